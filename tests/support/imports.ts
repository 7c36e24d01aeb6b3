import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Source text by path from the root of the repository, with forward slashes. */
export type Sources = ReadonlyMap<string, string>

/** Place → the places that it may use; `*` in a place is any one name, `=` in what it uses is the same name as here. */
export type Diagram = Readonly<Record<string, readonly string[]>>

type Import = { readonly to: string; readonly lazy: boolean }
type Located = { readonly place: string; readonly name: string }

const root = fileURLToPath(new URL('../../', import.meta.url))

/** All source files of the repository. */
export const readSources = (): Sources => {
  const names = ['apps', 'packages', 'tests'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const paths = [...names, 'vite.config.ts'].filter((name) => /\.(ts|tsx|mjs)$/.test(name))
  return new Map(paths.map((path) => [path.split(sep).join('/'), readFileSync(join(root, path), 'utf8')]))
}

/** What the text imports, in the words that it uses; `lazy` when it is loaded later. */
export const importsOf = (source: string): readonly Import[] => {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1')
  const found = (pattern: RegExp, lazy: boolean) =>
    [...code.matchAll(pattern)].flatMap(([, to]) => (to === undefined ? [] : [{ to, lazy }]))
  return [
    ...found(/(?:^|[;\n])\s*(?:import|export)\s+(?:[\w*{}\s,$]+\sfrom\s+)?['"]([^'"]+)['"]/g, false),
    ...found(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g, true),
  ]
}

/** The path of the file of ours that an import means; `undefined` for a package from outside. */
export const resolve = (from: string, to: string): string | undefined => {
  if (to.startsWith('#')) return `packages/${to.slice(1)}`
  return to.startsWith('.') ? posix.join(posix.dirname(from), to) : undefined
}

/** Imports that the diagram does not allow, and files that stand nowhere in it, each named in one sentence. */
export const strangers = (sources: Sources, diagram: Diagram): readonly string[] =>
  [...sources].flatMap(([path, source]) => {
    const here = locate(path, diagram)
    if (!here) return [`${path} stands in no place of the diagram`]
    if (isTest(path)) return []
    return importsOf(source).flatMap(({ to }) => {
      const target = resolve(path, to)
      if (target === undefined) return []
      const there = locate(target, diagram)
      if (!there || !mayUse(here, there, diagram)) return [`${path} may not use ${target}`]
      return to.startsWith('.') && floorOf(path) !== floorOf(target) ? [`${path} must name ${target} with #`] : []
    })
  })

/** Packages from outside that files of these places import though they may not; `forbidden` judges the name. */
export const outsiders = (
  sources: Sources,
  diagram: Diagram,
  places: readonly string[],
  forbidden: (name: string) => boolean,
): readonly string[] =>
  [...sources].flatMap(([path, source]) => {
    if (isTest(path) || !places.includes(locate(path, diagram)?.place ?? '')) return []
    const names = importsOf(source).flatMap(({ to }) => (resolve(path, to) === undefined ? [to] : []))
    return names.filter(forbidden).map((name) => `${path} may not use ${name}`)
  })

/** Rings of files that need each other before either can load, written as `a → b → a`. */
export const rings = (sources: Sources): readonly string[] => {
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) found.push([...trail.slice(start), path].join(' → '))
    if (start >= 0 || done.has(path)) return
    for (const { to, lazy } of importsOf(sources.get(path) ?? '')) {
      const target = resolve(path, to)
      if (target !== undefined && !lazy) walk(target, [...trail, path])
    }
    done.add(path)
  }
  for (const path of sources.keys()) walk(path, [])
  return found
}

/** Every file of ours that a file loads before it can run itself, that file among them. */
export const loadedBy = (start: string, sources: Sources): ReadonlySet<string> => {
  const found = new Set<string>()
  const walk = (path: string): void => {
    if (found.has(path)) return
    found.add(path)
    for (const { to, lazy } of importsOf(sources.get(path) ?? '')) {
      const target = resolve(path, to)
      if (target !== undefined && !lazy) walk(target)
    }
  }
  walk(start)
  return found
}

const isTest = (path: string): boolean => path.startsWith('tests/') || /\.test\.tsx?$/.test(path)

/** The place of a file: the longest one of the diagram that its path stands in. */
const locate = (path: string, diagram: Diagram): Located | undefined => {
  const inside = path.replace(/^packages\//, '')
  const candidates = Object.keys(diagram).toSorted((a, b) => b.length - a.length)
  for (const place of candidates) {
    const name = nameIn(place, inside)
    if (name !== undefined) return { place, name }
  }
  return undefined
}

// A place that ends in a file's name is that file; every other is a folder with all that is in it, except that the
// names of a folder with places of their own (`artefacts/*`) stand for folders only.
const nameIn = (place: string, path: string): string | undefined => {
  if (place === path) return ''
  const pattern = new RegExp(`^${place.replaceAll('.', '\\.').replace('*', '([^/]+)')}/`)
  const match = pattern.exec(path)
  return match ? (match[1] ?? '') : undefined
}

const mayUse = (here: Located, there: Located, diagram: Diagram): boolean => {
  if (here.place === there.place && here.name === there.name) return true
  return (diagram[here.place] ?? []).some(
    (allowed) => allowed === there.place || (allowed.replace('=', '*') === there.place && here.name === there.name),
  )
}

const floorOf = (path: string): string => {
  const [top = '', floor = ''] = dirname(path).split('/')
  return top === 'packages' ? `packages/${floor}` : top
}
