import { ArrowRight } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { useStrings } from '#react/use-strings.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Answer } from '../api/ask.ts'
import { lookUpCode, type Entered, type JoinPreview } from '../api/entering.ts'
import { Arrived } from '../features/joining/arrived-later.tsx'
import { CodeForm } from '../features/joining/code-form.tsx'
import { JoinForm } from '../features/joining/join-form.tsx'
import { joiningStrings } from '../features/joining/strings.ts'
import { tidyCode } from '../shell/codes.ts'
import { useTitle } from '../shell/navigation.ts'
import { Brand, Horizon, SkipLink } from '../shell/plain-page.tsx'
import { rememberWorkspace, useRecent } from '../shell/recent.ts'
import { LanguageSwitch } from '../shell/switches.tsx'
import { useProblem } from '../shell/use-problem.ts'
import { pageStrings } from './strings.ts'

/** Joining without a code in the address: the field for it. */
export const JoinPage = () => {
  const strings = useStrings(joiningStrings)
  const [entered, setEntered] = useState<Entered>()
  useTitle(strings.join)
  if (entered) {
    return (
      <JoinFrame>
        <Arrived entered={entered} how="cameBack" />
      </JoinFrame>
    )
  }
  return (
    <JoinFrame sky={<h1 className="text-[1.6875rem]/[1.12] font-[420] tracking-[-.02em]">{strings.joinTitle}</h1>}>
      <p className="mb-5 text-ink-2">{strings.joinIntro}</p>
      <CodeForm onFound={(code) => navigate(`/j/${code}`)} onEntered={setEntered} />
    </JoinFrame>
  )
}

/** Joining by code or QR: what it leads to, a name and a group, and then the way in. */
export const JoinByCodePage = ({ code: typed }: { readonly code: string }) => {
  const code = tidyCode(typed)
  const [found, retry] = useLookUp(code)
  const [entered, setEntered] = useState<Entered>()
  const onEntered = (now: Entered) => {
    rememberWorkspace({ workspace: now.workspace, title: now.title, code, name: now.name })
    setEntered(now)
    globalThis.scrollTo(0, 0)
  }
  if (entered) {
    return (
      <JoinFrame>
        <Arrived entered={entered} how="arrived" />
      </JoinFrame>
    )
  }
  if (!found) return <Looking />
  if (!found.ok) return <WrongCode answer={found} onRetry={retry} />
  return <Found code={code} preview={found.value} onEntered={onEntered} />
}

/** What a code leads to; nothing while that is being asked. */
const useLookUp = (code: string): [Answer<JoinPreview> | undefined, () => void] => {
  const [tries, setTries] = useState(0)
  const [found, setFound] = useState<Answer<JoinPreview>>()
  useEffect(() => {
    let wanted = true
    void lookUpCode(code).then((answer) => {
      if (wanted) setFound(answer)
    })
    return () => {
      wanted = false
      setFound(undefined)
    }
  }, [code, tries])
  return [found, () => setTries(tries + 1)]
}

const JoinFrame = ({ sky, children }: { sky?: ReactNode; children: ReactNode }) => (
  <div className="flex min-h-dvh flex-col bg-land">
    <SkipLink />
    <header className="sky-gradient px-4.5 pt-3 pb-3.5">
      <div className="mx-auto max-w-[30rem]">
        <div className="mb-3.5 flex items-center justify-between gap-3">
          <Brand size={32} />
          <LanguageSwitch />
        </div>
        {sky}
      </div>
    </header>
    <Horizon />
    <main id="content" tabIndex={-1} className="mx-auto flex w-full max-w-[32.25rem] flex-1 flex-col px-4.5 pt-4.5">
      {children}
    </main>
  </div>
)

const Looking = () => {
  const strings = useStrings(pageStrings)
  useTitle(useStrings(joiningStrings).join)
  return (
    <JoinFrame sky={<p className="text-[1.6875rem]/[1.12] text-ink-3">{strings.opening}</p>}>
      <p role="status" className="sr-only">
        {strings.opening}
      </p>
      <div aria-hidden className="grid gap-5">
        <div className="h-22 bg-field" />
        <div className="h-48 bg-field" />
      </div>
    </JoinFrame>
  )
}

const Found = ({
  code,
  preview,
  onEntered,
}: {
  code: string
  preview: JoinPreview
  onEntered: (entered: Entered) => void
}) => {
  const strings = useStrings(joiningStrings)
  const known = useRecent().find((recent) => recent.code === code && recent.name !== undefined)
  useTitle(strings.join, preview.title)
  const sky = (
    <>
      <p className="text-xs text-ink-2">{strings.joining}</p>
      <h1 lang={preview.language} className="text-[1.6875rem]/[1.12] font-[420] tracking-[-.02em]">
        {preview.title}
      </h1>
    </>
  )
  return (
    <JoinFrame sky={sky}>
      {known ? (
        <Notice
          tone="look"
          className="mb-5"
          actions={
            <a href={`/w/${known.workspace}`} className={buttonClass({})}>
              {strings.goOnAs(known.name ?? '')} <ArrowRight size={18} aria-hidden />
            </a>
          }
        >
          {strings.already(known.name ?? '')}
        </Notice>
      ) : null}
      {preview.isOpen ? (
        <JoinForm code={code} preview={preview} onEntered={onEntered} />
      ) : (
        <Notice tone="care" title={strings.closed}>
          {strings.closedHint}
        </Notice>
      )}
    </JoinFrame>
  )
}

const WrongCode = ({ answer, onRetry }: { answer: Extract<Answer<never>, { ok: false }>; onRetry: () => void }) => {
  const strings = useStrings(joiningStrings)
  const page = useStrings(pageStrings)
  const problem = useProblem()
  const isUnknown = answer.code === 'unknown-code'
  useTitle(strings.join)
  return (
    <JoinFrame
      sky={
        <h1 className="text-[1.6875rem]/[1.12] font-[420] tracking-[-.02em]">
          {isUnknown ? strings.wrongCodeTitle : strings.joinTitle}
        </h1>
      }
    >
      <Notice tone="bad" role="alert" className="mb-5">
        {problem(answer)}
      </Notice>
      {isUnknown ? (
        <CodeForm
          onFound={(code) => navigate(`/j/${code}`)}
          onEntered={({ workspace }) => navigate(`/w/${workspace}`)}
        />
      ) : (
        <Button variant="main" size="large" onClick={onRetry}>
          {page.retry}
        </Button>
      )}
    </JoinFrame>
  )
}
