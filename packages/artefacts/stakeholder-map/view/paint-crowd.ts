/** A card on its way, and whose it is by the colour of their group. */
export type CrowdCard = { readonly name: string; readonly x: number; readonly y: number; readonly token: string }

const height = 26
const widest = 240

/**
 * Paints the cards of a crowd that moves at once as one picture, so many pixels to one unit. As elements a hundred of
 * them cost almost three times as much, and nobody reads a hundred names that move.
 */
export const paintCrowd = (
  canvas: HTMLCanvasElement,
  cards: readonly CrowdCard[],
  size: { readonly width: number; readonly height: number },
  scale: number,
): void => {
  const [width, tall] = [Math.ceil(size.width * scale), Math.ceil(size.height * scale)]
  // Giving a canvas its size again empties it as well, and asks for new memory.
  if (canvas.width !== width || canvas.height !== tall) Object.assign(canvas, { width, height: tall })
  const pen = canvas.getContext('2d')
  if (!pen) return
  const style = getComputedStyle(canvas)
  const colours = new Map<string, string>()
  const colour = (token: string): string => {
    const known = colours.get(token) ?? style.getPropertyValue(token).trim()
    colours.set(token, known)
    return known
  }
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.clearRect(0, 0, width, tall)
  pen.setTransform(scale, 0, 0, scale, 0, 0)
  pen.font = `500 12px ${style.fontFamily}`
  pen.textBaseline = 'middle'
  pen.lineWidth = 2
  for (const { name, x, y, token } of cards) {
    const long = Math.min(widest, pen.measureText(name).width + 18)
    pen.beginPath()
    pen.roundRect(x - long / 2, y - height / 2, long, height, 6)
    pen.fillStyle = colour('--land')
    pen.fill()
    pen.strokeStyle = colour(token)
    pen.stroke()
    pen.fillStyle = colour('--ink')
    pen.fillText(name, x - long / 2 + 9, y + 1, widest - 18)
  }
}
