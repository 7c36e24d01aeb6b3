import { useMemo, useState } from 'react'
import type { RemarkPanelState, RemarkPlace } from '#react/records.ts'

/** Which remarks stand open beside the page. */
export const useRemarks = (): RemarkPanelState => {
  const [shown, setShown] = useState<{ readonly place: RemarkPlace | null; readonly quote: string }>({
    place: null,
    quote: '',
  })
  return useMemo(
    () => ({
      ...shown,
      open: (place, quote = '') => setShown({ place, quote }),
      close: () => setShown({ place: null, quote: '' }),
    }),
    [shown],
  )
}
