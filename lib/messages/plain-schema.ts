/**
 * What a value must be, as plain data: the few words of JSON Schema that `plainOf` makes of our schemas, but that a
 * property must be there unless it is `optional`, and that there are no others unless `additionalProperties` says what. Plain data,
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
  /** Properties that may be missing. */
  readonly optional?: readonly string[];
  /** What other properties must be; absent: there may be none. */
  readonly additionalProperties?: PlainSchema;
  readonly propertyNames?: PlainSchema;
  readonly anyOf?: readonly PlainSchema[];
}

declare const described: unique symbol;

/** A schema of values of one type, made by `plainOf`. The type is the compiler's alone: there is no such property. */
export interface Plain<Value> extends PlainSchema {
  readonly [described]: Value;
}
