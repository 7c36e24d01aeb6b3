import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { fontFiles } from '../fonts.ts'
import type { Report } from '../report.ts'
import { pdfData } from './data.ts'
import { template } from './template.ts'

/** So many reports are made by one compiler before it gives way to a new one, as it keeps what it has seen. */
const mostWithOne = 20

/**
 * A report as a tagged PDF by the rules of PDF/UA-1: language, title, headings, tables with heads, words for pictures,
 * bookmarks. The same report gives the same bytes. Throws when the compiler finds that a rule is broken.
 */
export const writePdf = (report: Report, at: number): Uint8Array => {
  const compiler = compilerNow()
  const pdf = printed(compiler, report, at)
  // What it keeps of a report of hundreds of parties is hundreds of megabytes, and the next report is another one. The
  // first time it only grows older.
  compiler.evictCache(0)
  compiler.evictCache(0)
  return new Uint8Array(pdf.buffer, pdf.byteOffset, pdf.byteLength)
}

const printed = (compiler: NodeCompiler, report: Report, at: number): Buffer => {
  let result = laidOut(compiler, report, 1)
  for (const fit of report.onePage ? smaller : []) {
    if (result.numOfPages <= 1) break
    result = laidOut(compiler, report, fit)
  }
  return compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(at / 1000) })
}

/** How far letters shrink, step by step, to keep on one page what is meant for one. */
const smaller = [0.94, 0.88, 0.82, 0.76, 0.7] as const

const laidOut = (compiler: NodeCompiler, report: Report, fit: number): NodeTypstDocument => {
  compiler.resetShadow()
  compiler.mapShadow(inRoot('report.json'), Buffer.from(JSON.stringify(pdfData(report, fit))))
  if (report.logo) compiler.mapShadow(inRoot('logo'), Buffer.from(report.logo.bytes))
  const compiled = compiler.compile({ mainFileContent: template })
  if (!compiled.result) throw new Error(`The PDF breaks a rule: ${wordsOf(compiler, compiled.takeDiagnostics())}`)
  return compiled.result
}

// No such folder: the compiler finds what we hand it, and can read nothing of the machine.
const root = '/polder-report'
const inRoot = (name: string): string => `${root}/${name}`

const state: { compiler: NodeCompiler | null; made: number } = { compiler: null, made: 0 }

const compilerNow = (): NodeCompiler => {
  if (!state.compiler || state.made >= mostWithOne) {
    const fontBlobs = fontFiles.map((file) => readFileSync(file))
    state.compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs }] })
    state.made = 0
  }
  state.made += 1
  return state.compiler
}

const wordsOf = (compiler: NodeCompiler, error: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): string =>
  error === null ? 'unknown' : JSON.stringify(compiler.fetchDiagnostics(error))
