import { useStrings } from '#react/use-strings.tsx'
import type { Facts } from '../../api/use-facts.ts'
import { formatCode } from '../../shell/codes.ts'
import { QrCode } from '../../shell/qr-code.tsx'
import { joinAddress } from './lead-head.tsx'
import { sessionStrings } from './strings.ts'

type CodeProps = { readonly workspace: Facts['workspace']; readonly code: string }

/** The code beside a step, for whoever comes in late. */
export const JoinPoster = ({ workspace, code }: CodeProps) => {
  const strings = useStrings(sessionStrings)
  const address = joinAddress(workspace.addresses)
  return (
    <div className="grid w-[max(320px,20vw)] content-start self-start bg-white p-[1.2vw] text-center text-[#112121]">
      <QrCode text={`${address}/j/${code}`} label={strings.scanToJoin} />
      <p className="text-[28px] leading-tight">
        {strings.joinAt}{' '}
        <strong className="block font-strong break-words">{address.replace(/^https?:\/\//, '')}</strong>
      </p>
      <p className="font-mono text-[max(40px,2.7vw)]/[1.2] font-medium tracking-[.04em]">{formatCode(code)}</p>
    </div>
  )
}

/** The code as large as the land is. */
export const LargeCode = ({ workspace, code }: CodeProps) => {
  const strings = useStrings(sessionStrings)
  const address = joinAddress(workspace.addresses)
  return (
    <div className="grid h-full grid-cols-[auto_minmax(0,1fr)] items-center gap-[4vw]">
      <div className="h-full max-h-[40vh] bg-white [&_svg]:h-full [&_svg]:w-auto">
        <QrCode text={`${address}/j/${code}`} label={strings.scanToJoin} />
      </div>
      <div>
        <p className="text-[max(34px,2.4vw)]">
          {strings.joinAt} <strong className="font-strong break-all">{address.replace(/^https?:\/\//, '')}</strong>
        </p>
        <p data-testid="hall-code" className="font-mono text-[max(96px,8vw)]/[1.1] font-medium tracking-[.03em]">
          {formatCode(code)}
        </p>
      </div>
    </div>
  )
}
