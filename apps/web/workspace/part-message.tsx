import type { ReactNode } from 'react'

type PartMessageProps = { readonly title: string; readonly words: string; readonly children: ReactNode }

/** A page of the workspace that has nothing to show: what happened, what is safe, what somebody can do. */
export const PartMessage = ({ title, words, children }: PartMessageProps) => (
  <main className="grid h-full bg-field">
    <div className="m-auto grid max-w-[34rem] justify-items-start gap-3 px-4.5 py-10">
      <h1 className="text-xl font-display">{title}</h1>
      <p role="status">{words}</p>
      {children}
    </div>
  </main>
)
