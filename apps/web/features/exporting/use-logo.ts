import { useQuery } from '@tanstack/react-query'
import { useWorkplace } from '#react/workplace.tsx'
import { callExporting } from '../../api/exporting-call.ts'
import { workspaceKey } from '../../api/use-facts.ts'

/** The name under which the logo of a workspace is remembered. */
export const logoKey = (workspaceId: string) => [...workspaceKey(workspaceId), 'logo'] as const

/** The logo on the title page of reports. */
export const useLogo = () => {
  const { workspaceId } = useWorkplace()
  return useQuery({
    queryKey: logoKey(workspaceId),
    queryFn: async () => {
      const answer = await callExporting('logo', { params: { workspace: workspaceId } })
      return answer.ok ? answer.value.logo : null
    },
  })
}
