// The shape of a language's sentences: one for each message, or it does not compile.

import type { Message } from "../rules/message";

/** The languages that Gouji speaks. */
export type Locale = "zh-CN" | "en";

type MessageWith<Id, M = Message> = M extends Message ? (Id extends M["id"] ? M : never) : never;

/** A sentence for every message id, made from the message's data. */
export type Catalog = { readonly [Id in Message["id"]]: (message: MessageWith<Id>) => string };
