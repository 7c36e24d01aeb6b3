import type { Tables } from './storage.ts'
import { db } from './tables.ts'

/** What stands under a name, made up and written down at the first question. */
export const settingOnce = async (
  { read, write }: Pick<Tables, 'read' | 'write'>,
  name: string,
  make: () => string,
): Promise<string> => {
  const query = db.selectFrom('setting').select('value').where('name', '=', name).compile()
  const [known] = await read(query)
  if (known) return known.value
  await write([
    db
      .insertInto('setting')
      .values({ name, value: make() })
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
  ])
  return (await read(query))[0]?.value ?? settingOnce({ read, write }, name, make)
}
