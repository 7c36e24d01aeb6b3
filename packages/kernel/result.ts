/** What went well, with its value, or an expected refusal with its reason. A bug throws instead. */
export type Result<Value, Reason extends string> = Ok<Value> | Refusal<Reason>
export type Ok<Value> = { readonly ok: true; readonly value: Value }
export type Refusal<Reason extends string> = { readonly ok: false; readonly reason: Reason }

export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value })
export const refuse = <Reason extends string>(reason: Reason): Refusal<Reason> => ({ ok: false, reason })
