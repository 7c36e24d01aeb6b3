import { ArrowRight, CircleCheck, Eye, Lock, OctagonX, Plus, Radio, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Level } from '#ui/level.tsx'
import { Marker, OpenRing, Ring } from '#ui/marker.tsx'
import { Notice } from '#ui/notice.tsx'
import { Popover } from '#ui/popover.tsx'
import { Segments } from '#ui/segments.tsx'
import { Switch } from '#ui/switch.tsx'
import { creatingStrings } from '../features/creating/strings.ts'
import { slots } from '../features/creating/groups.ts'
import { useTitle } from '../shell/navigation.ts'
import { Horizon, PlainPage } from '../shell/plain-page.tsx'
import { LanguageSwitch, ThemeToggle } from '../shell/switches.tsx'
import { galleryStrings } from './gallery-strings.ts'
import '../shell/inside.css'

/** Every primitive in every state, for eyes: in light and in dark beside each other. */
export const GalleryPage = () => {
  const strings = useStrings(galleryStrings)
  useTitle(strings.title)
  return (
    <PlainPage
      end={
        <>
          <LanguageSwitch />
          <ThemeToggle />
        </>
      }
    >
      <h1 className="px-4.5 py-5 text-2xl font-[420] sm:px-7">{strings.title}</h1>
      <div className="parcels lg:grid-cols-2">
        {(['light', 'dark'] as const).map((theme) => (
          <section key={theme} data-theme={theme} aria-label={strings[theme]} className="parcel text-ink">
            <h2 className="px-4.5 pt-5 text-lg font-strong sm:px-7">{strings[theme]}</h2>
            <Specimens theme={theme} />
          </section>
        ))}
      </div>
    </PlainPage>
  )
}

const Specimens = ({ theme }: { theme: string }) => {
  const strings = useStrings(galleryStrings)
  const shapes = useStrings(creatingStrings).shapes
  return (
    <div className="grid gap-7 px-4.5 py-5 sm:px-7">
      <Part title={strings.colours}>
        <Swatches />
      </Part>
      <Part title={strings.groups}>
        <ul className="grid gap-2 sm:grid-cols-2">
          {slots.map((slot) => (
            <li key={slot} className={`c-${slot} tint flex items-center gap-3 px-3 py-2`}>
              <Marker slot={slot} size={34} />
              <Avatar slot={slot} name={shapes[slot]} />
              <Avatar slot={slot} name={shapes[slot]} size={26} />
              <Marker slot={slot} size={14} />
              {shapes[slot]}
            </li>
          ))}
          <li className="flex items-center gap-3 px-3 py-2">
            <Ring size={34} /> <Ring /> {strings.facilitation}
          </li>
          <li className="flex items-center gap-3 bg-light-tint px-3 py-2">
            <OpenRing size={34} /> <OpenRing /> {strings.noVoice}
          </li>
        </ul>
      </Part>
      <Part title={strings.letter}>
        <Letters />
      </Part>
      <Part title={strings.buttons}>
        <Buttons />
      </Part>
      <Part title={strings.fields}>
        <Fields theme={theme} />
      </Part>
      <Part title={strings.labels}>
        <div className="flex flex-wrap gap-3">
          <Chip tone="live" icon={Radio}>
            {strings.live}
          </Chip>
          <Chip tone="good" icon={CircleCheck}>
            {strings.good}
          </Chip>
          <Chip tone="care" icon={Eye}>
            {strings.care}
          </Chip>
          <Chip tone="bad" icon={OctagonX}>
            {strings.stopped}
          </Chip>
          <Chip tone="chosen" icon={Lock}>
            {strings.locked}
          </Chip>
          <Chip>B1</Chip>
        </div>
      </Part>
      <Part title={strings.notices}>
        <div className="grid gap-2">
          {(['bad', 'care', 'good', 'look', 'plain'] as const).map((tone) => (
            <Notice
              key={tone}
              tone={tone}
              title={strings.noticeTitle}
              actions={<Button size="dense">{strings.open}</Button>}
            >
              {strings.noticeWords}
            </Notice>
          ))}
        </div>
      </Part>
      <Part title={strings.floating}>
        <Floating />
      </Part>
    </div>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="grid gap-2.5">
    <h3 className="text-xs font-label text-ink-2">{title}</h3>
    {children}
  </div>
)

const swatches = [
  'bg-sky-high',
  'bg-sky',
  'bg-glow',
  'bg-land',
  'bg-field',
  'bg-ditch',
  'bg-bank',
  'bg-line',
  'bg-water',
  'bg-water-strong',
  'bg-water-tint',
  'bg-ink',
  'bg-ink-2',
  'bg-ink-3',
  'bg-light',
  'bg-light-tint',
  'bg-grass',
  'bg-grass-tint',
  'bg-clay',
  'bg-clay-tint',
  'bg-reed',
  'bg-reed-tint',
]

const Swatches = () => (
  <ul className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-2 font-mono text-xs">
    {swatches.map((swatch) => (
      <li key={swatch} className="flex items-center gap-2">
        <span className={`size-8 shrink-0 border border-bank forced-color-adjust-none ${swatch}`} />
        {swatch.slice(3)}
      </li>
    ))}
  </ul>
)

const Letters = () => {
  const strings = useStrings(galleryStrings)
  return (
    <div className="grid gap-2">
      <p className="text-4xl font-[360]">{strings.sideBySide}</p>
      <p className="text-3xl font-display">{strings.question}</p>
      <p className="text-2xl font-[420]">{strings.problem}</p>
      <p className="text-xl font-display">{strings.sentence}</p>
      <p className="text-lg font-strong">{strings.parts}</p>
      <p>{strings.body}</p>
      <p className="text-sm">{strings.small}</p>
      <p className="text-xs text-ink-3">{strings.caption}</p>
      <p className="font-mono text-[1.75rem]/none font-medium">K7PM 4XRT</p>
    </div>
  )
}

const Buttons = () => {
  const strings = useStrings(galleryStrings)
  const [pressed, setPressed] = useState(true)
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button variant="main">{strings.join}</Button>
      <Button>
        {strings.open} <ArrowRight size={16} aria-hidden />
      </Button>
      <Button variant="quiet">{strings.stop}</Button>
      <Button variant="stop" icon={<Trash2 size={18} aria-hidden />}>
        {strings.erase}
      </Button>
      <Button variant="live">{strings.live}</Button>
      <Button aria-pressed={pressed} onClick={() => setPressed(!pressed)}>
        {strings.on}
      </Button>
      <Button size="dense" icon={<Plus size={16} aria-hidden />}>
        {strings.row}
      </Button>
      <Button busy>{strings.busy}</Button>
      <Button disabled>{strings.disabled}</Button>
      <Button variant="main" size="large">
        {strings.join}
      </Button>
    </div>
  )
}

const Fields = ({ theme }: { theme: string }) => {
  const strings = useStrings(galleryStrings)
  const [level, setLevel] = useState<number | null>(3)
  const [choice, setChoice] = useState('year')
  const [on, setOn] = useState(true)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={strings.shortName} hint={strings.hint}>
        {(control) => <input {...control} defaultValue={strings.example} className={inputClass} />}
      </Field>
      <Field label={strings.code} error={strings.codeError}>
        {(control) => <input {...control} defaultValue="K7PM4" className={`${inputClass} font-mono`} />}
      </Field>
      <div className="grid content-start gap-1.5">
        <span className="font-label">{strings.level}</span>
        <Level label={`${strings.level} (${theme})`} value={level} onChange={setLevel} />
        <Level readOnly label={strings.readOnly} value={level} onChange={setLevel} />
      </div>
      <div className="grid content-start gap-3">
        <Segments
          legend={strings.keep}
          hideLegend={false}
          value={choice}
          onChange={setChoice}
          options={[
            { value: 'months', label: strings.months },
            { value: 'year', label: strings.year },
          ]}
        />
        <Switch label={strings.joining} state={on ? strings.isOpen : strings.isClosed} checked={on} onChange={setOn} />
      </div>
    </div>
  )
}

const Floating = () => {
  const strings = useStrings(galleryStrings)
  const [asking, setAsking] = useState(false)
  return (
    <div className="flex flex-wrap gap-3">
      <Button onClick={() => setAsking(true)}>{strings.dialog}</Button>
      <Popover
        near
        label={strings.menu}
        button={strings.menu}
        buttonClass="focus-ring min-h-target cursor-pointer rounded-control border-[1.5px] border-bank px-4.5 font-label"
        className="w-64 p-4"
      >
        {strings.noticeWords}
      </Popover>
      {asking ? (
        <Dialog
          title={strings.closeSession}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button variant="main" onClick={() => setAsking(false)}>
                {strings.wait}
              </Button>
              <Button onClick={() => setAsking(false)}>{strings.close}</Button>
            </>
          }
        >
          <p>{strings.closeWords}</p>
          <Horizon />
        </Dialog>
      ) : null}
    </div>
  )
}
