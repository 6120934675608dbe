import type { CalendarDate } from '#domain/base/time.ts';
import type { ReadGender } from './cell.ts';
import type { OrderRow } from './read-order-row.ts';
import type { AppointmentRow, CustomerRow } from './read-row.ts';

/** One person a sheet speaks of. Of rows that differ the first that says something is believed. */
export interface Person {
  /** The number on the chart; null where the sheet has none. */
  number: string | null;
  name: string | null;
  /** Of people known by nothing but this name: the how manyeth of the sheet it is. */
  namesake: number | null;
  phone: string | null;
  gender: ReadGender | null;
  birthday: CalendarDate | null;
  birthYear: number | null;
  address: string | null;
  occupation: string | null;
  channelSource: string | null;
  notes: string | null;
  /** The colleague who answers for them, by name. */
  owner: string | null;
  firstKeptOn: CalendarDate | null;
  lastKeptOn: CalendarDate | null;
}

/** The people of a sheet, each once, in the order of their first row. */
export class People {
  readonly #people: Person[] = [];
  readonly #byNumber = new Map<string, Person>();
  readonly #byLikeness = new Map<string, Person>();
  readonly #namesakes = new Map<string, number>();

  get size(): number {
    return this.#people.length;
  }

  [Symbol.iterator](): Iterator<Person> {
    return this.#people[Symbol.iterator]();
  }

  withNumber(number: string): Person | undefined {
    return this.#byNumber.get(number);
  }

  /** Takes the row of a list of customers; tells whether the person stood in it before. */
  meetCustomer(row: CustomerRow): { person: Person; isKnown: boolean } {
    const known = this.#find(row);
    const person = known ?? this.#add(row.number);
    learn(person, row);
    if (person.number === null && row.number !== null) this.#setNumber(person, row.number);
    const likenesses = likenessesOf(row);
    if (!known && person.number === null && likenesses.length === 0) this.#countNamesake(person);
    for (const likeness of likenesses)
      if (!this.#byLikeness.has(likeness)) this.#byLikeness.set(likeness, person);
    return { person, isKnown: known !== undefined };
  }

  /** Takes the row of an appointment, whose customer always has a number. */
  meetVisitor(row: AppointmentRow): Person {
    const person = this.#byNumber.get(row.customerNumber) ?? this.#add(row.customerNumber);
    learn(person, row);
    if (row.age !== null) person.birthYear ??= Number(row.appointmentOn.slice(0, 4)) - row.age;
    if (row.state === 'kept') {
      const day = row.appointmentOn;
      if (person.firstKeptOn === null || day < person.firstKeptOn) person.firstKeptOn = day;
      if (person.lastKeptOn === null || day > person.lastKeptOn) person.lastKeptOn = day;
    }
    return person;
  }

  /** Takes the row of an order, whose customer always has a number. */
  meetBuyer(row: OrderRow): Person {
    const person = this.#byNumber.get(row.customerNumber) ?? this.#add(row.customerNumber);
    learn(person, row);
    return person;
  }

  #find(row: CustomerRow): Person | undefined {
    const byNumber = row.number === null ? undefined : this.#byNumber.get(row.number);
    if (byNumber) return byNumber;
    for (const likeness of likenessesOf(row)) {
      const alike = this.#byLikeness.get(likeness);
      // Two numbers are two charts, however alike their people are: a person decides whether to merge them.
      if (alike && (row.number === null || alike.number === null)) return alike;
    }
    return undefined;
  }

  #add(number: string | null): Person {
    const person: Person = {
      number: null,
      name: null,
      namesake: null,
      phone: null,
      gender: null,
      birthday: null,
      birthYear: null,
      address: null,
      occupation: null,
      channelSource: null,
      notes: null,
      owner: null,
      firstKeptOn: null,
      lastKeptOn: null,
    };
    this.#people.push(person);
    if (number !== null) this.#setNumber(person, number);
    return person;
  }

  #setNumber(person: Person, number: string): void {
    person.number = number;
    this.#byNumber.set(number, person);
  }

  #countNamesake(person: Person): void {
    const count = (this.#namesakes.get(person.name ?? '') ?? 0) + 1;
    this.#namesakes.set(person.name ?? '', count);
    person.namesake = count;
  }
}

/** By what a person without a number is known again (A5): name with phone, name with birthday. */
export function likenessesOf(person: Pick<Person, 'name' | 'phone' | 'birthday'>): string[] {
  const { name, phone, birthday } = person;
  if (name === null) return [];
  return [
    ...(phone === null ? [] : [`${name} ${phone}`]),
    ...(birthday === null ? [] : [`${name} ${birthday}`]),
  ];
}

function learn(person: Person, row: CustomerRow | AppointmentRow | OrderRow): void {
  person.name ??= row.name;
  person.phone ??= row.phone;
  person.gender ??= row.gender;
  person.birthday ??= row.birthday;
  person.address ??= row.address;
  person.occupation ??= row.occupation;
  person.channelSource ??= row.channelSource;
  person.notes ??= row.notes;
  if ('owner' in row) person.owner ??= row.owner;
}
