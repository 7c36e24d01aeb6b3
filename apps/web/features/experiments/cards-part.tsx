import { Download } from 'lucide-react'
import { useState } from 'react'
import { licences, type Licence } from '#artefacts/experiment-plan/card-origin.ts'
import { planStrings } from '#artefacts/experiment-plan/strings.ts'
import { formatDate } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Segments } from '#ui/segments.tsx'
import { openCardsOf } from './open-cards.ts'
import { saveText } from './save-text.ts'
import { experimentsStrings } from './strings.ts'

const parts = ['believed', 'observed', 'learned', 'therefore'] as const

/** What all trials taught, to give away as an open file under a licence that the group chooses. */
export const CardsPart = ({ title }: { readonly title: string }) => {
  const strings = useStrings(experimentsStrings)
  const words = useStrings(planStrings)
  const locale = useLocale()
  const { directory } = useWorkplace()
  const [licence, setLicence] = useState<Licence>('CC-BY-4.0')
  const cards = openCardsOf(directory)
  const save = async () => {
    const { writeCards } = await import('#artefacts/experiment-plan/card-file.ts')
    const file = writeCards({ workspace: title, language: locale, licence }, cards)
    saveText(file, `${strings.cards} ${title}.json`, 'application/json')
  }
  return (
    <section id="cards" aria-labelledby="cards-title" className="parcel scroll-mt-2 px-4 py-4 sm:px-7">
      <h2 id="cards-title" className="text-lg font-strong">
        {strings.cards}
      </h2>
      <p className="mb-2 text-sm text-ink-2">{strings.cardsNote}</p>
      {cards.length === 0 ? <p className="text-ink-2">{strings.noCards}</p> : null}
      <ul className="grid gap-4">
        {cards.map((card) => (
          <li key={card.id} className="border-[1.5px] border-ditch">
            <p className="bg-field px-4 py-1.5 text-sm">
              <b className="font-strong">{card.experiment}</b>
              {card.date === null ? '' : ` · ${formatDate(locale, card.date)}`}
              {card.origin === null
                ? ''
                : ` · ${strings.from(card.origin.experiment, card.origin.workspace)} · ${strings.licences[card.origin.licence]}`}
            </p>
            <dl className="parcels sm:grid-cols-2 xl:grid-cols-4">
              {parts.map((part) => (
                <div key={part} className="parcel px-4 py-2.5">
                  <dt className="text-sm font-label text-water">{words.learned[part]}</dt>
                  <dd className="text-sm break-words">{card[part] || '–'}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {cards.length === 0 ? null : (
        <div className="mt-4 grid gap-2.5">
          <Segments
            legend={strings.licence}
            hideLegend={false}
            value={licence}
            onChange={setLicence}
            options={licences.map((value) => ({ value, label: strings.licences[value] }))}
          />
          <p className="text-sm text-ink-2">
            {strings.licenceHints[licence]} {strings.keeps} {strings.noNames}
          </p>
          <Button className="w-fit" icon={<Download size={18} aria-hidden />} onClick={() => void save()}>
            {strings.share(cards.length)}
          </Button>
        </div>
      )}
    </section>
  )
}
