import { dayNumber } from '../calendar/day-number';

type Fields = Readonly<Record<string, unknown>>;

/** A fault of the line, said in words; caught where the line is parsed and nowhere else. */
export class Fault extends Error {}

/** Amounts beyond this are no money; sums of them would lose their units. */
const MOST = 1e15;

/** Reads the fields of one object of the line; what is absent is as if it were null. */
export class LineFields {
  private readonly of: Fields;
  private readonly where: string;

  /** @throws Fault where the value is no object. */
  constructor(value: unknown, where: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Fault(`${where === '' ? 'the line' : where} is not an object`);
    this.of = value as Fields; // an object that is no list has fields of any kind
    this.where = where === '' ? '' : `${where}.`;
  }

  fault(name: string, what: string): Fault {
    return new Fault(`${this.where}${name} ${what}`);
  }

  value(name: string): unknown {
    return Object.hasOwn(this.of, name) ? (this.of[name] ?? null) : null;
  }

  names(): readonly string[] {
    return Object.keys(this.of);
  }

  /** The objects of a list; none where there is no list. */
  objects(name: string): readonly LineFields[] {
    const value = this.value(name);
    if (value === null) return [];
    if (!Array.isArray(value)) throw this.fault(name, 'is not a list');
    return value.map((one, at) => new LineFields(one, `${this.where}${name}[${at}]`));
  }

  /** The objects of a list that must be there. */
  list(name: string): readonly LineFields[] {
    if (this.value(name) === null) throw this.fault(name, 'is not a list');
    return this.objects(name);
  }

  inner(name: string): LineFields | null {
    const value = this.value(name);
    return value === null ? null : new LineFields(value, `${this.where}${name}`);
  }

  text(name: string): string {
    const value = this.value(name);
    if (typeof value !== 'string' || value === '') throw this.fault(name, 'is not text');
    return value;
  }

  optionalText(name: string): string | null {
    const value = this.value(name);
    if (value !== null && typeof value !== 'string') throw this.fault(name, 'is neither text nor null');
    return value === '' ? null : value;
  }

  /** A day, or an instant. */
  day(name: string): string {
    const text = this.text(name);
    if (dayNumber(text) === undefined) throw this.fault(name, `is no day: ${text.slice(0, 40)}`);
    return text;
  }

  optionalDay(name: string): string | null {
    return this.optionalText(name) === null ? null : this.day(name);
  }

  optionalNumber(name: string): number | null {
    const value = this.value(name);
    if (value === null) return null;
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw this.fault(name, 'is neither a number nor null');
    if (Math.abs(value) > MOST) throw this.fault(name, `is beyond ${MOST}`);
    return value;
  }

  optionalFlag(name: string): boolean | null {
    const value = this.value(name);
    if (value !== null && typeof value !== 'boolean') throw this.fault(name, 'is none of true, false, null');
    return value;
  }

  optionalWord<Word extends string>(name: string, words: readonly Word[]): Word | null {
    const value = this.value(name);
    if (value === null) return null;
    const word = words.find((one) => one === value);
    if (word === undefined) throw this.fault(name, `is none of ${words.join(', ')}`);
    return word;
  }

  optionalMoment<Moment>(name: string, read: (text: string) => Moment | undefined): Moment | null {
    const text = this.optionalText(name);
    if (text === null) return null;
    const moment = read(text);
    if (moment === undefined) throw this.fault(name, `is no instant: ${text.slice(0, 40)}`);
    return moment;
  }

  fieldValue(name: string): string | number | boolean | null {
    const value = this.value(name);
    if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    )
      return value;
    throw this.fault(name, 'is neither text, a number, true, false nor null');
  }
}
