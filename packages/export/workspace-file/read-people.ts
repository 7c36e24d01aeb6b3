import { isJsonObject, jsonObjects, type Json, type JsonObject } from '#crdt/json.ts'
import { cleanName } from '#domain/participant.ts'
import { defaultPerspectives, markers, perspectiveBases, type Perspective } from '#domain/perspective.ts'
import type { Locale } from '#i18n/strings.ts'
import { isId } from '#kernel/id.ts'
import type { ImportedPerson } from './imported.ts'
import type { Reading } from './reading.ts'

/** The groups of a file: its own, in the words of version 1 or 2, or the default four. */
export const readPerspectives = (file: JsonObject, locale: Locale): readonly Perspective[] => {
  const workspace = isJsonObject(file['workspace']) ? file['workspace'] : {}
  const own = [...jsonObjects(file['perspectives']), ...jsonObjects(workspace['perspectives'])]
  const found = own.flatMap((object, at) => perspectiveOf(object, at, locale))
  const sound = found
    .filter(({ id }, at) => found.findIndex((other) => other.id === id) === at)
    .slice(0, markers.length)
  return sound.length === 0 ? defaultPerspectives(locale) : withOwnMarkers(sound)
}

const perspectiveOf = (object: JsonObject, at: number, locale: Locale): Perspective[] => {
  const { id, title = null, label = null, order, marker, base = null, mapsTo = null } = object
  if (typeof id !== 'string' || !/^[a-z0-9-]{1,40}$/.test(id)) return []
  const named = wordIn(title, locale) ?? wordIn(label, locale) ?? id
  return [
    {
      id,
      title: named.slice(0, 60),
      order: typeof order === 'number' && Number.isFinite(order) ? order : at,
      marker: markers.find((known) => known === marker) ?? markers[at % markers.length] ?? 'm1',
      base: perspectiveBases.find((known) => known === base || known === mapsTo || known === id) ?? 'other',
    },
  ]
}

const wordIn = (raw: Json, locale: Locale): string | undefined => {
  const word = isJsonObject(raw) ? (raw[locale] ?? raw['nl']) : raw
  return typeof word === 'string' && word.trim() !== '' ? word.trim() : undefined
}

// Two groups with one marker could not be told apart.
const withOwnMarkers = (perspectives: readonly Perspective[]): readonly Perspective[] => {
  const all = new Set(perspectives.map(({ marker }) => marker))
  return all.size === perspectives.length
    ? perspectives
    : perspectives.map((perspective, at) => ({ ...perspective, marker: markers[at] ?? 'm1' }))
}

/** The people of a file. A group that is not there is answered with the one of the same base. */
export const readPeople = (
  file: JsonObject,
  perspectives: readonly Perspective[],
  keep: Reading['keep'],
): readonly ImportedPerson[] =>
  jsonObjects(file['participants']).flatMap((object) => {
    const {
      id,
      displayName = null,
      name = null,
      perspective = null,
      perspectiveId = null,
      role = null,
      ...more
    } = object
    if (typeof id !== 'string') return []
    const { stakeholderId = null, consent = null, ...rest } = more
    for (const [key, value] of Object.entries(rest)) keep(['participants', id, key], value)
    const called = typeof displayName === 'string' ? displayName : name
    return [
      {
        id,
        name: typeof called === 'string' ? cleanName(called) : null,
        perspective: perspectiveIn(perspectives, [perspectiveId, perspective]),
        ...roleOf(role),
        stakeholderId: typeof stakeholderId === 'string' && isId(stakeholderId) ? stakeholderId : null,
        consent: consent === null ? null : JSON.stringify(consent),
      },
    ]
  })

const perspectiveIn = (perspectives: readonly Perspective[], said: readonly Json[]): string => {
  const found =
    said.flatMap((code) => perspectives.find(({ id }) => id === code) ?? [])[0] ??
    said.flatMap((code) => perspectives.find(({ base }) => base === code) ?? [])[0] ??
    perspectives.find(({ base }) => base === 'other') ??
    perspectives.at(-1)
  return found?.id ?? ''
}

// A file writes a contributor as `participant`, and one who may enter for others as `recorder`.
const roleOf = (role: Json): Pick<ImportedPerson, 'role' | 'canRecord'> => {
  if (role === 'facilitator' || role === 'observer') return { role, canRecord: false }
  return { role: 'contributor', canRecord: role === 'recorder' }
}
