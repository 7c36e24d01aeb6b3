import { Copy, PenLine, RotateCcw } from 'lucide-react'
import { mixedPerspective } from '#domain/perspective.ts'
import { ProseField } from '#react/prose-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { DeskProvider, useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import {
  beginSentence,
  chooseFormulation,
  copyFormulation,
  mayWriteIn,
  reopenFormulation,
} from '../formulation-commands.ts'
import { isBlankFormulation, sentenceOf, sourcesOf, stateOf, wordsOf } from '../queries.ts'
import type { Formulation } from '../shape.ts'
import { showItem } from './keep-focus.ts'
import { GroupMark, GroupMarks, Said, StateChip } from './marks.tsx'
import { EmptyNote, idOfPart, Part } from './part.tsx'
import { useFold } from './use-folds.ts'
import { usePage, useProblem, useRows } from './use-page.ts'

/** The sentence in work, large, with everybody's carets in it. */
export const SentencePart = () => {
  const { strings, act, desk } = usePage()
  const { problem } = useProblem()
  const formulations = useRows('formulations')
  const sentence = sentenceOf({ problems: [problem], formulations }, problem.id)
  return (
    <Part
      section="sentence"
      title={strings.sentenceTitle}
      {...(sentence && isBlankFormulation(sentence) ? { note: strings.sentenceHint } : {})}
      action={sentence ? <About sentence={sentence} /> : undefined}
    >
      {sentence ? (
        <Sentence key={sentence.id} sentence={sentence} />
      ) : (
        <EmptyNote>
          <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
            {strings.noSentence}
            {desk.canWrite ? (
              <Button
                size="dense"
                icon={<PenLine size={16} aria-hidden />}
                onClick={() => act((draft) => beginSentence(draft, problem.id))}
              >
                {strings.beginSentence}
              </Button>
            ) : null}
          </span>
        </EmptyNote>
      )}
    </Part>
  )
}

const About = ({ sentence }: { readonly sentence: Formulation }) => {
  const { strings } = usePage()
  const { problem } = useProblem()
  const formulations = useRows('formulations')
  const sources = sourcesOf({ formulations }, sentence)
  const state = stateOf({ problems: [problem] }, sentence)
  return (
    <>
      {sources.length > 0 ? (
        <span className="inline-flex items-center gap-2 text-xs text-ink-3">
          {strings.madeFrom} <GroupMarks perspectives={[...new Set(sources.map(({ perspective }) => perspective))]} />
        </span>
      ) : null}
      {sentence.perspective === mixedPerspective ? null : (
        <span className="text-xs text-ink-2">
          <GroupMark perspective={sentence.perspective} />
        </span>
      )}
      {state === 'open' ? null : <StateChip state={state} />}
      <RemarkButton itemId={sentence.id} about={strings.sentenceTitle} quote={wordsOf(sentence)} />
    </>
  )
}

const Sentence = ({ sentence }: { readonly sentence: Formulation }) => {
  const { desk, strings, groupOf, act, say, words } = usePage()
  const { problem, isPart } = useProblem()
  const converge = useFold(idOfPart('converge', problem.id, isPart), false)
  const { me } = useWorkplace()
  const mine = mayWriteIn(sentence, me)
  const chosen = stateOf({ problems: [problem] }, sentence) === 'chosen'
  const blank = isBlankFormulation(sentence)
  return (
    <>
      <div
        className={`${blank && mine && desk.canWrite ? 'is-empty ' : ''}[&_.prose-text]:max-w-[58ch] [&_.prose-text]:text-[1.375rem]/[1.5] [&_.prose-text]:font-display [&_.prose-text]:tracking-[-0.012em] sm:[&_.prose-text]:text-[1.6875rem]/[1.6]`}
      >
        <DeskProvider value={mine ? desk : { ...desk, canWrite: false }}>
          <ProseField
            hideLabel
            size="sentence"
            path={['formulations', sentence.id, 'text']}
            label={strings.sentenceTitle}
            hint={strings.sentenceHint}
          />
        </DeskProvider>
      </div>
      {desk.canWrite ? (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {mine ? null : (
            <>
              <p className="text-sm text-ink-2">{strings.ofOthers(groupOf(sentence.perspective).title)}</p>
              <Button
                size="dense"
                icon={<Copy size={16} aria-hidden />}
                onClick={() => {
                  const made = act((draft) => copyFormulation(draft, sentence.id, sentence.text, me))
                  say(strings.copied)
                  converge.set(true)
                  if (made.ok) showItem(made.value)
                }}
              >
                {strings.copy}
              </Button>
            </>
          )}
          {chosen ? (
            <Button
              variant="quiet"
              size="dense"
              className="-ml-3"
              icon={<RotateCcw size={16} aria-hidden />}
              onClick={() => act((draft) => reopenFormulation(draft, sentence.id))}
            >
              {strings.reopenChoice}
            </Button>
          ) : blank ? null : (
            <Button
              size="dense"
              onClick={() => {
                act((draft) => chooseFormulation(draft, sentence.id))
                say(strings.chosenNow)
              }}
            >
              {strings.chooseThis}
            </Button>
          )}
        </div>
      ) : null}
      {sentence.minorityNote.trim() === '' ? null : (
        <p className="mt-3 bg-light-tint px-3 py-2 text-sm">
          <b className="font-strong">{words.minority}:</b> <Said>{sentence.minorityNote}</Said>
        </p>
      )}
    </>
  )
}
