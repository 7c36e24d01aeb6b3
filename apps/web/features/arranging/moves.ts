type Placed = { readonly id: string; readonly kind: string; readonly order: number }

/**
 * Where an artefact goes in the list of the server to stand before the one above it, or after the one below it.
 * The server counts all artefacts but the one that moves; the screen shows them by kind. `null` where it cannot go.
 */
export const movesOf = (all: readonly Placed[], artefact: Placed) => {
  const inOrder = all.toSorted((a, b) => a.order - b.order)
  const siblings = inOrder.filter(({ kind }) => kind === artefact.kind)
  const others = inOrder.filter(({ id }) => id !== artefact.id)
  const at = siblings.findIndex(({ id }) => id === artefact.id)
  const above = at > 0 ? siblings[at - 1] : undefined
  const below = siblings[at + 1]
  return {
    up: above ? others.indexOf(above) : null,
    down: below ? others.indexOf(below) + 1 : null,
  }
}
