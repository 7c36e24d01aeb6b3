import { logoBounds } from '#domain/logo.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { defaultLimits } from '#protocol/limits.ts'

/** How much smaller a picture is drawn when it is too heavy, and how often that is tried. */
const smaller = 0.7
const mostTries = 6

/**
 * What somebody chose, drawn to a PNG within bounds, as base64. Only pixels leave the browser: an SVG is drawn here as an
 * image, in which nothing runs and nothing is loaded.
 */
export const drawnLogo = async (file: Blob): Promise<Result<string, 'no-picture' | 'too-heavy'>> => {
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const vector = file.type === 'image/svg+xml'
    for (let tries = 0; tries < mostTries; tries += 1) {
      const png = await pixelsOf(image, scaleOf(image, vector) * smaller ** tries)
      if (png && png.size <= defaultLimits.logoBytes) return ok(await base64Of(png))
    }
    return refuse('too-heavy')
  } catch {
    return refuse('no-picture')
  } finally {
    URL.revokeObjectURL(address)
  }
}

// A drawing is as sharp as there is room for; a photo is never blown up.
const scaleOf = ({ naturalWidth, naturalHeight }: HTMLImageElement, vector: boolean): number => {
  const most = Math.min(logoBounds.width / naturalWidth, logoBounds.height / naturalHeight)
  return vector ? most : Math.min(1, most)
}

const pixelsOf = (image: HTMLImageElement, scale: number): Promise<Blob | null> => {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.floor(image.naturalWidth * scale))
  canvas.height = Math.max(1, Math.floor(image.naturalHeight * scale))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

const base64Of = async (blob: Blob): Promise<string> => {
  let binary = ''
  for (const byte of new Uint8Array(await blob.arrayBuffer())) binary += String.fromCharCode(byte)
  return btoa(binary)
}
