import * as z from 'zod/mini'
import type { RouteName, RouteSpec } from '#protocol/http-api.ts'
import { allPaths as paths, allRoutes as routes } from '#protocol/all-routes.ts'
import { problem } from '#protocol/http-schemas.ts'
import { problemCodes } from '#protocol/problem.ts'

type JsonSchema = z.core.JSONSchema.JSONSchema
type Described = { [name: string]: z.core.util.JSONType }

/** The registry of routes as an OpenAPI 3.1 document. */
export const describeApi = (version: string): Described => {
  const addresses: Record<string, Record<string, unknown>> = {}
  for (const name of Object.keys(paths) as RouteName[]) {
    // the keys of the table, which TypeScript widens
    const { method, path } = paths[name]
    const address = path.replaceAll(/:([a-z]+)/g, '{$1}')
    addresses[address] = { ...addresses[address], [method.toLowerCase()]: operationOf(name, routes[name]) }
  }
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Polder',
      version,
      description: `Problems are RFC 9457 documents; their codes are ${Object.keys(problemCodes).join(', ')}.`,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    paths: addresses,
    components: {
      schemas: { Problem: jsonOf(problem, 'output') },
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'polder' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  }
  // Through text, so that what is served is plain JSON and nothing of the schemas' objects.
  return JSON.parse(JSON.stringify(document)) as Described
}

const operationOf = (operationId: string, route: RouteSpec) => ({
  operationId,
  summary: route.summary,
  ...(route.access === 'anybody'
    ? { security: [] }
    : { security: [{ cookie: [] }, { bearer: [] }], 'x-action': route.access.action }),
  parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
  ...(route.body
    ? { requestBody: { required: true, content: { 'application/json': { schema: jsonOf(route.body, 'input') } } } }
    : {}),
  responses: {
    [route.status]: {
      description: 'Done',
      ...(route.answer ? { content: { 'application/json': { schema: jsonOf(route.answer, 'output') } } } : {}),
    },
    default: {
      description: 'Refused',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
})

const parametersOf = (schema: z.ZodMiniType | undefined, place: 'path' | 'query') => {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonOf(schema, 'input')
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: inner,
  }))
}

const jsonOf = (schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' })
