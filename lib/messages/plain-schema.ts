/**
 * What a value must be, as plain data: JSON Schema, of it the few words that `plainOf` makes of our schemas. Plain data,
 * so that a build can write it down and leave the schemas' own library at home.
 */
export interface PlainSchema {
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'object' | 'array';
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: PlainSchema;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, PlainSchema>>;
  readonly required?: readonly string[];
  /** What other properties must be; `false`: there may be none. */
  readonly additionalProperties?: PlainSchema | false;
  readonly propertyNames?: PlainSchema;
  readonly anyOf?: readonly PlainSchema[];
}

declare const described: unique symbol;

/** A schema of values of one type, made by `plainOf`. The type is the compiler's alone: there is no such property. */
export interface Plain<Value> extends PlainSchema {
  readonly [described]: Value;
}
