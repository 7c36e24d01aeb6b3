import fontLicence from '#ui/fonts/OFL.txt?url'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { buttonClass } from '#ui/button.tsx'
import { useTitle } from '../shell/navigation.ts'
import { PlainPage } from '../shell/plain-page.tsx'
import { shellStrings } from '../shell/strings.ts'
import { texts, type TextName } from './texts.ts'

/** A page of plain text: how it works, privacy, accessibility. */
export const TextPage = ({ name }: { readonly name: TextName }) => {
  const strings = useStrings(shellStrings)
  const { title, intro, sections } = texts[useLocale()][name]
  useTitle(title)
  return (
    <PlainPage>
      <article className="mx-auto grid max-w-[44rem] gap-7 px-4.5 py-8 sm:py-12">
        <header className="grid gap-3">
          <h1 className="text-3xl font-display">{title}</h1>
          <p className="text-lg text-ink-2">{intro}</p>
        </header>
        {sections.map(({ heading, words }) => (
          <section key={heading}>
            <h2 className="text-lg font-strong">{heading}</h2>
            <ul className="mt-1.5 grid max-w-[68ch] gap-2">
              {words.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        ))}
        {name === 'about' ? (
          <p className="text-sm">
            <a href={fontLicence} className="focus-ring text-water underline">
              SIL Open Font License
            </a>
          </p>
        ) : null}
        <a href="/" className={`${buttonClass()} w-fit`}>
          {strings.back}
        </a>
      </article>
    </PlainPage>
  )
}
