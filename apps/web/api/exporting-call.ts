import type { AnswerOf, CallOf, RouteSpec } from '#protocol/http-api.ts'
import { exportingRoutes } from '#protocol/exporting-api.ts'
import { exportingPaths, type ExportingRouteName } from '#protocol/exporting-paths.ts'
import { askAt, type Answer } from './ask.ts'
import { parsed } from './call.ts'

/** Calls a route of the outcomes page and parses its answer. */
export const callExporting = async <Name extends ExportingRouteName>(
  name: Name,
  request: CallOf<Name>,
): Promise<Answer<AnswerOf<Name>>> => {
  const { answer: schema }: RouteSpec = exportingRoutes[name]
  // Parsed by the schema that the type is made of.
  return parsed(await askAt(exportingPaths[name], request), schema) as Answer<AnswerOf<Name>>
}
