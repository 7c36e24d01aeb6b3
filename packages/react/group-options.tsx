import { useWorkplace } from './workplace.tsx'

/** The groups of the workspace to choose from, for a select. */
export const GroupOptions = () => {
  const { perspectives } = useWorkplace()
  return perspectives.map(({ id, title }) => (
    <option key={id} value={id}>
      {title}
    </option>
  ))
}
