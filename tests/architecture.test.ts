import { describe, expect, test } from 'vitest'
import { outsiders, readSources, rings, strangers, type Diagram } from './support/imports.ts'

const floors = ['kernel', 'crdt', 'i18n', 'protocol', 'domain']
const artefacts = ['artefacts/*', 'artefacts/*/view', 'artefacts/models.ts', 'artefacts/views.ts']
const all = [...floors, ...artefacts, 'export', 'client', 'react', 'ui']

// The picture of the house, its rule and its check: place → what it may use. Arrows only fall; what is not written is
// refused, and so is a folder that stands nowhere. `*` is any one name, `=` the same name as here.
const house: Diagram = {
  kernel: [],
  ui: [],
  crdt: ['kernel'],
  i18n: ['kernel'],
  protocol: ['kernel'],
  domain: ['crdt', 'i18n', 'kernel'],

  client: ['protocol', 'domain', 'crdt', 'i18n', 'kernel'],
  react: ['domain', 'crdt', 'i18n', 'ui', 'kernel'],

  'artefacts/*': ['domain', 'crdt', 'i18n', 'kernel'],
  'artefacts/*/view': ['artefacts/=', 'react', 'ui', 'domain', 'crdt', 'i18n', 'kernel'],
  'artefacts/models.ts': ['artefacts/*', 'domain', 'crdt'],
  'artefacts/views.ts': ['artefacts/models.ts', 'artefacts/*', 'artefacts/*/view', 'react', 'domain', 'crdt'],
  export: ['artefacts/models.ts', 'domain', 'crdt', 'i18n', 'kernel'],

  'apps/server': ['export', 'artefacts/models.ts', ...floors],
  'apps/web/api': all,
  'apps/web/shell': ['apps/web/api', ...all],
  'apps/web/features/*': ['apps/web/shell', 'apps/web/api', ...all],
  'apps/web/pages': ['apps/web/features/*', 'apps/web/shell', 'apps/web/api', ...all],
  'apps/web/workspace': ['apps/web/pages', 'apps/web/features/*', 'apps/web/shell', 'apps/web/api', ...all],
  'apps/web': ['apps/web/workspace', 'apps/web/pages', 'apps/web/features/*', 'apps/web/shell', 'apps/web/api', ...all],
  'apps/run': [],
  'vite.config.ts': [],
  tests: [],
}

const withoutReact = [...floors, 'artefacts/*', 'artefacts/models.ts', 'export', 'client', 'apps/server']
const isOfReact = (name: string) =>
  /^(react|react-dom|react-aria.*|lucide-react|wouter)(\/|$)|^@[^/]+\/react(\/|-|$)/.test(name)
const isNotOfNode = (name: string) => !name.startsWith('node:')

describe('the house', () => {
  const sources = readSources()

  test('uses only what its diagram allows', () => {
    expect(strangers(sources, house)).toEqual([])
  })

  test('has no rings', () => {
    expect(rings(sources)).toEqual([])
  })

  test('keeps React out of what the server shares', () => {
    expect(outsiders(sources, house, withoutReact, isOfReact)).toEqual([])
  })

  test('starts with nothing but Node', () => {
    expect(outsiders(sources, house, ['apps/run'], isNotOfNode)).toEqual([])
  })

  test('never talks the type checker out of an error', () => {
    const excuse = /\bas unknown as\b|\bas any\b|@ts-(ignore|expect-error|nocheck)/
    const excused = [...sources].filter(([path, text]) => path !== 'tests/architecture.test.ts' && excuse.test(text))
    expect(excused.map(([path]) => path)).toEqual([])
  })
})

describe('the check itself', () => {
  const sin = (path: string, source: string) => strangers(new Map([[path, source]]), house)

  test.each([
    ['apps/server/http.ts', '#artefacts/stakeholder-map/view/map-canvas.tsx'],
    ['packages/artefacts/stakeholder-map/queries.ts', '../experiment-plan/shape.ts'],
    ['packages/artefacts/stakeholder-map/model.ts', './view/stakeholder-map.tsx'],
    ['packages/artefacts/stakeholder-map/view/table.tsx', '../../experiment-plan/queries.ts'],
    ['packages/kernel/result.ts', '#domain/permissions.ts'],
    ['packages/protocol/messages.ts', '#crdt/document.ts'],
    ['packages/ui/button.tsx', '#i18n/strings.ts'],
    ['apps/web/features/joining/form.tsx', '../people/list.tsx'],
    ['apps/web/features/joining/form.tsx', '../../pages/home.tsx'],
  ])('names that %s uses %s', (path, to) => {
    expect(sin(path, `import { thing } from '${to}'`)).toEqual([expect.stringContaining(`${path} may not use`)])
  })

  test.each([
    ['packages/artefacts/stakeholder-map/view/table.tsx', '../queries.ts'],
    ['packages/artefacts/models.ts', './stakeholder-map/model.ts'],
    ['packages/domain/permissions.ts', '#kernel/result.ts'],
    ['apps/web/pages/home.tsx', '../features/joining/form.tsx'],
    ['packages/kernel/result.test.ts', '#domain/permissions.ts'],
  ])('allows that %s uses %s', (path, to) => {
    expect(sin(path, `import { thing } from '${to}'`)).toEqual([])
  })

  test('sees every way to import, and no import in a comment', () => {
    const path = 'packages/kernel/id.ts'
    const ways = [
      "import '#domain/a.ts'",
      "import type { A } from '#domain/a.ts'",
      "import {\n  a,\n  b,\n} from '#domain/a.ts'",
      "export * from '#domain/a.ts'",
      "const a = () => import('#domain/a.ts')",
    ]
    for (const way of ways) expect(sin(path, way)).toHaveLength(1)
    expect(sin(path, "// import a from '#domain/a.ts'\n/* import '#domain/a.ts' */")).toEqual([])
  })

  test('refuses a folder without a place, and a way around a name', () => {
    expect(sin('packages/helpers/strings.ts', '')).toEqual([
      'packages/helpers/strings.ts stands in no place of the diagram',
    ])
    expect(sin('packages/artefacts/shared.ts', '')).toHaveLength(1)
    expect(sin('packages/domain/a.ts', "import '../kernel/result.ts'")).toEqual([
      'packages/domain/a.ts must name packages/kernel/result.ts with #',
    ])
  })

  test('finds a ring, and none where one side loads later', () => {
    const ring = (second: string) =>
      rings(
        new Map([
          ['packages/ui/a.tsx', "import './b.tsx'"],
          ['packages/ui/b.tsx', second],
        ]),
      )
    expect(ring("import './a.tsx'")).toEqual(['packages/ui/a.tsx → packages/ui/b.tsx → packages/ui/a.tsx'])
    expect(ring("const a = () => import('./a.tsx')")).toEqual([])
  })

  test('sees React and other packages where they may not be', () => {
    const of = (path: string, name: string) => new Map([[path, `import { thing } from '${name}'`]])
    for (const name of ['react', 'react-dom/client', '@tiptap/react', '@tanstack/react-query', 'lucide-react']) {
      expect(outsiders(of('apps/server/http.ts', name), house, withoutReact, isOfReact)).toHaveLength(1)
    }
    expect(outsiders(of('apps/server/http.ts', 'fastify'), house, withoutReact, isOfReact)).toEqual([])
    expect(outsiders(of('apps/run/run.mjs', 'execa'), house, ['apps/run'], isNotOfNode)).toHaveLength(1)
  })
})
