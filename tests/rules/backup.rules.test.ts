import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { afterAll, expect, test } from 'vitest'
import { createStorage } from '../../apps/server/storage/sqlite.ts'
import { openReadable, openWritable } from '../../apps/server/storage/sqlite-driver.ts'
import { createWriterHere } from '../../apps/server/storage/writer.ts'
import { createRoomWorld } from '../support/room-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'polder-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const onDisk = (name: string) => {
  const path = join(folder, name)
  const database = openWritable(path, 'full')
  const storage = createStorage(createWriterHere(database), openReadable(path))
  const copyTo = (other: string) => {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    copyFileSync(path, join(folder, other))
  }
  return { storage, copyTo }
}

test('after a backup was put back, whoever comes back brings what was lost, their own and that of others', async () => {
  const first = onDisk('first.db')
  const world = await createRoomWorld({ storage: first.storage })
  const [ada, bram] = [world.come('ada'), world.come('bram')]
  await world.settle()
  ada.ydoc.getText('note').insert(0, 'voor de kopie ')
  await world.settle()
  first.copyTo('restored.db')
  bram.ydoc.getText('note').insert(0, 'van Bram, na de kopie ')
  await world.settle()
  ada.ydoc.getText('note').insert(0, 'van Ada, op dat van Bram ')
  await world.settle()
  world.clock.pass(21_000)
  const whole = ada.ydoc.getText('note').toString()
  const receipt = ada.receipt()

  const { workspaceId } = world
  const restored = await createRoomWorld({ storage: onDisk('restored.db').storage, workspaceId })
  const newcomer = restored.come('cem')
  await restored.settle()
  expect(newcomer.ydoc.getText('note').toString()).toBe('voor de kopie ')
  // Ada alone comes back, and holds what Bram wrote.
  const back = restored.come('ada', ada.ydoc, receipt)
  await restored.settle()
  expect(back.closedBy()).toBeNull()
  expect(back.acked()).toBe(back.sent())
  expect(newcomer.ydoc.getText('note').toString()).toBe(whole)
  expect(restored.logged.some((line) => line.includes('log-regressed'))).toBe(true)
  // And Bram can go on under his own id.
  const bramBack = restored.come('bram', bram.ydoc, bram.receipt())
  await restored.settle()
  bram.ydoc.getText('note').insert(0, 'verder ')
  await restored.settle()
  expect(bramBack.closedBy()).toBeNull()
  expect(newcomer.ydoc.getText('note').toString()).toBe(`verder ${whole}`)
})

test('without a proof of a loss nobody brings what others wrote, and a proof cannot be made up', async () => {
  const world = await createRoomWorld()
  const bram = world.come('bram')
  await world.settle()
  const forged = new Y.Doc()
  forged.clientID = bram.ydoc.clientID
  forged.getText('note').insert(0, 'zogenaamd van Bram')
  bram.ydoc.getText('note').insert(0, 'echt')
  await world.settle()
  for (const receipt of [undefined, bram.receipt(), '99.', '99.x', '999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']) {
    const mallory = world.come('mallory', forged, receipt)
    await world.settle()
    expect(mallory.closedBy()).toBe('rejected')
  }
  expect(bram.ydoc.getText('note').toString()).toBe('echt')
})
