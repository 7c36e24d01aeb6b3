import { lazy, Suspense } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { remove } from '../commands.ts'
import type { ProblemLink } from '../shape.ts'
import { lowerStrings } from './lower-strings.ts'
import { RemoveButton } from './marks.tsx'
import { useAdding } from './part.tsx'
import { usePage, useRows } from './use-page.ts'

const LinkForm = lazy(async () => ({ default: (await import('./link-form.tsx')).LinkForm }))

/** With which other problems this one hangs together, here or in another statement. */
export const LinkList = () => {
  const { words, desk } = usePage()
  const lower = useStrings(lowerStrings)
  const links = useRows('links')
  const adding = useAdding()
  if (links.length === 0 && !desk.canWrite) return null
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-ditch px-4 py-2.5 text-sm md:px-7">
      <b className="font-label text-ink-2">{words.fields.links.label}</b>
      <ul className="contents">
        {links.map((link) => (
          <LinkRow key={link.id} link={link} />
        ))}
      </ul>
      {adding.button(lower.addLink)}
      {adding.open ? (
        <Suspense>
          <LinkForm onDone={adding.close} />
        </Suspense>
      ) : null}
    </div>
  )
}

const LinkRow = ({ link: { id, toId, type } }: { readonly link: ProblemLink }) => {
  const { words, nameOf, takeAway } = usePage()
  const { linkTo, directory } = useWorkplace()
  const target = toId === null ? undefined : directory.get(toId)
  const title = toId === null ? words.removed : nameOf(toId)
  const said = `${words.linkTypes[type]} ${title}`
  return (
    <li className="inline-flex flex-wrap items-center gap-1">
      {words.linkTypes[type]}{' '}
      {target ? (
        <a className="focus-ring text-water underline" href={linkTo(target.document)}>
          {title}
        </a>
      ) : (
        title
      )}
      <RemoveButton bare what={said} onRemove={() => takeAway(said, (draft) => remove(draft, 'links', id))} />
    </li>
  )
}
