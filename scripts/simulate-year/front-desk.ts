import { Readable } from 'node:stream';
import { BookAppointment } from '#domain/appointments/contract.ts';
import type { Appointment } from '#domain/appointments/contract.ts';
import { addDays, dayAt, instantAt } from '#domain/base/time.ts';
import type { CalendarDate, WallTime } from '#domain/base/time.ts';
import type { Consultation } from '#domain/consultations/contract.ts';
import type { Customer } from '#domain/customers/contract.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import { bookAppointment } from '#server/modules/appointments/book-appointment.ts';
import { cancelAppointment, missAppointment } from '#server/modules/appointments/cancel-appointment.ts';
import { listAppointmentsOf } from '#server/modules/appointments/open-book.ts';
import { recordContact } from '#server/modules/classes/record-contact.ts';
import { closeConsultation } from '#server/modules/consultations/close-consultation.ts';
import { editConsultation } from '#server/modules/consultations/edit-consultation.ts';
import { listConsultationsOf } from '#server/modules/consultations/list-consultations.ts';
import { openConsultation } from '#server/modules/consultations/open-consultation.ts';
import { reopenConsultation } from '#server/modules/consultations/reopen-consultation.ts';
import { createCustomer } from '#server/modules/customers/create-customer.ts';
import { editCustomer } from '#server/modules/customers/edit-customer.ts';
import { getCustomer } from '#server/modules/customers/get-customer.ts';
import { listCustomers } from '#server/modules/customers/list-customers.ts';
import { checkImport } from '#server/modules/exchange/check-import.ts';
import { runImport } from '#server/modules/exchange/run-import.ts';
import { claimRun } from '#server/modules/exchange/start-import.ts';
import { storeImport } from '#server/modules/exchange/upload-import.ts';
import { noteDeparture } from '#server/modules/followups/note-departure.ts';
import { sendMessage } from '#server/modules/messaging/send-message.ts';
import { setDiscreet } from '#server/modules/records/set-discreet.ts';
import { closeVisit } from '#server/modules/visits/close-visit.ts';
import { editVisit } from '#server/modules/visits/edit-visit.ts';
import { listVisits } from '#server/modules/visits/list-visits.ts';
import { openVisit } from '#server/modules/visits/open-visit.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { zone } from './clinics.ts';
import type { House } from './house.ts';
import type { Moment, Person } from './lives.ts';

/** Brings about at the desk what happens in the customers' lives. */
export class FrontDesk {
  readonly #house: House;
  readonly #people: readonly Person[];
  readonly #dataDir: string;
  readonly #ids = new Map<number, string>();

  constructor(house: House, people: readonly Person[], dataDir: string) {
    this.#house = house;
    this.#people = people;
    this.#dataDir = dataDir;
  }

  async happen({ who, what }: Moment): Promise<void> {
    switch (what.kind) {
      case 'walks-in':
        return void (await this.#meet(who));
      case 'asks':
        await this.#meet(who);
        return what.isNoted ? this.#noteContact(who) : undefined;
      case 'is-on-a-sheet':
        return this.#bringIn(who, what);
      case 'visits':
        return this.#visit(who, what.categories);
      case 'books':
        return this.#book(who, what.comesAt);
      case 'cancels':
      case 'stays-away':
        return this.#stayAway(who, what.kind);
      case 'consults':
        return this.#consult(who, what);
      case 'objects':
        return this.#object(who);
      case 'dies':
      case 'moves-away':
        return this.#leave(who, what.kind === 'dies' ? 'deceased' : 'moved-away');
    }
  }

  #desk() {
    return this.#house.as(this.#house.anyOf('front_desk'));
  }

  #clinicOf(who: number): string {
    return this.#house.clinics.clinicIds[this.#people[who]!.clinic]!;
  }

  /** A record for somebody new; the desk looks for the name before it makes a second one. */
  async #meet(who: number): Promise<void> {
    const { name, phone, birthday, birthdayCalendar, safeHours } = this.#people[who]!;
    const { dice } = this.#house;
    const owner = dice.happens(0.5) ? this.#house.anyOf(dice.pick(['consultant', 'web_consultant'])) : null;
    const customer = await this.#house.act('a record', async (): Promise<Pick<Customer, 'id'>> => {
      // A search for 客户1 finds 客户13 as well, who is somebody else.
      const { items } = await listCustomers(this.#desk(), { page: 1, pageSize: 50, search: name });
      const known = items.find((each) => each.name === name);
      if (known) return known;
      return createCustomer(this.#desk(), {
        ...{ name, phone, birthday, gender: 'unknown', clinicId: this.#clinicOf(who) },
        ...{ address: null, occupation: null, notes: null, channelSource: '朋友介绍' },
        ownerId: owner?.role === 'consultant' ? owner.id : null,
        ...(owner?.role === 'web_consultant' ? { webConsultantId: owner.id } : {}),
      });
    });
    this.#ids.set(who, customer!.id);
    if (birthdayCalendar === 'lunar') {
      const note = async () => {
        const { id, version } = await getCustomer(this.#desk(), { id: customer!.id });
        return editCustomer(this.#desk(), { id, version, birthdayCalendar });
      };
      await this.#house.act('a lunar birthday', note);
    }
    if (safeHours.length === 0) return;
    const rest = {
      mayPickUp: [],
      callerAlias: null,
      neverSay: [],
      mayNameTreatments: false,
      mayJoinGroups: false,
    };
    const profile = { safeHours, ...rest };
    const said = { id: customer!.id, profile, version: 0 };
    await this.#house.act('discretion', () => setDiscreet(this.#desk(), said), ['stale-version']);
  }

  async #noteContact(who: number): Promise<void> {
    const contact = {
      customerId: this.#ids.get(who)!,
      channel: 'phone',
      code: null,
      matter: '问价格',
    } as const;
    await this.#house.act('a contact', () => recordContact(this.#desk(), contact));
  }

  async #visit(who: number, categories: readonly TreatmentCategory[]): Promise<void> {
    const customerId = await this.#known(who);
    const visit = await this.#comeIn(who);
    const treatments = categories.map((category) => ({
      category,
      name: category,
      teamId: null,
      doctorId: null,
    }));
    const edit = async () => {
      const { items } = await listVisits(this.#desk(), { customerId, state: 'open' });
      const [open] = items;
      return editVisit(this.#desk(), { id: visit, version: open!.version, treatments });
    };
    await this.#house.act('a treatment', edit);
    this.#house.advanceMinutes(this.#house.dice.whole(20, 90));
    await this.#goOut(who, visit);
  }

  async #comeIn(who: number): Promise<string> {
    const customerId = await this.#known(who);
    const today = dayAt(this.#house.now, zone);
    const arrive = async () => {
      const booked = await this.#booked(customerId);
      const isToday = booked !== undefined && dayAt(booked.startsAt, zone) === today;
      const arrival = { customerId, clinicId: this.#clinicOf(who), chiefComplaint: null };
      return openVisit(this.#desk(), { ...arrival, appointmentId: isToday ? booked.id : null });
    };
    await this.#house.act('an arrival', arrive, ['visit-open']);
    const { items } = await listVisits(this.#desk(), { customerId, state: 'open' });
    return items[0]!.id;
  }

  async #booked(customerId: string): Promise<Appointment | undefined> {
    const { items } = await listAppointmentsOf(this.#desk(), { id: customerId });
    return items.find(({ state }) => state === 'booked');
  }

  /** Booked, and told by message how to find the clinic. */
  async #book(who: number, comesAt: WallTime): Promise<void> {
    const customerId = await this.#known(who);
    const wish = {
      customerId,
      clinicId: this.#clinicOf(who),
      startsAt: instantAt(comesAt, zone),
      minutes: 30,
    };
    const book = async () =>
      (await this.#booked(customerId)) ?? bookAppointment(this.#desk(), BookAppointment.parse(wish));
    const booked = await this.#house.act('a booking', book);
    const send = () =>
      sendMessage(this.#desk(), {
        ...{ customerId, templateKey: 'address', channel: null, causeId: booked!.id, notBefore: null },
        variables: { address: '人民路 1 号', phone: '010-12345678' },
      });
    await this.#house.act('a message', send);
    await this.#house.tell();
  }

  async #stayAway(who: number, how: 'cancels' | 'stays-away'): Promise<void> {
    const customerId = await this.#known(who);
    const end = async () => {
      const booked = await this.#booked(customerId);
      if (!booked) return;
      const { id, version } = booked;
      if (how === 'stays-away') return missAppointment(this.#desk(), { id, version });
      const why = { cancelledFor: 'customer' as const, reason: '临时有事' };
      return cancelAppointment(this.#desk(), { id, version, ...why });
    };
    await this.#house.act(how === 'cancels' ? 'a cancellation' : 'an absence', end, ['not-booked']);
    await this.#house.tell();
  }

  async #goOut(who: number, id: string): Promise<void> {
    const customerId = this.#ids.get(who)!;
    const close = async () => {
      const { items } = await listVisits(this.#desk(), { customerId, state: 'open' });
      const open = items.find((each) => each.id === id);
      return open && closeVisit(this.#desk(), { id, version: open.version });
    };
    await this.#house.act('a departure', close, ['already-closed']);
    await this.#house.tell();
  }

  async #consult(
    who: number,
    { inClinic, ends }: { inClinic: boolean; ends: 'asked-again' | 'nothing' | 'deposit' | 'reopened' },
  ): Promise<void> {
    const customerId = await this.#known(who);
    const consultant = this.#house.anyOf(inClinic ? 'consultant' : 'web_consultant');
    const ask = () => this.#house.as(consultant);
    const visitId = inClinic ? await this.#comeIn(who) : null;
    const place = inClinic ? ('clinic' as const) : ('phone' as const);
    const begin = async (): Promise<Consultation> => {
      const { items } = await listConsultationsOf(ask(), { id: customerId });
      const open = items.find(({ state }) => state === 'open');
      const asked = { askedCategories: ['implant' as const], asked: '想了解一下', channelSource: null };
      return open ?? openConsultation(ask(), { id: customerId, place, visitId, ...asked });
    };
    const opened = (await this.#house.act('a question', begin))!;
    await this.#conclude(opened, ends, ask);
    if (ends === 'reopened') {
      this.#house.advanceMinutes(30);
      const again = await this.#consultation(customerId, opened.id, ask);
      const reopen = () =>
        reopenConsultation(ask(), { id: opened.id, version: again.version, reason: '记错了' });
      await this.#house.act('a second thought', reopen, ['stale-version', 'consultation-open']);
      await this.#house.tell();
      await this.#conclude(await this.#consultation(customerId, opened.id, ask), 'asked-again', ask);
    }
    if (visitId !== null) await this.#goOut(who, visitId);
    await this.#house.tell();
  }

  async #conclude(
    { id, customerId }: Consultation,
    ends: 'asked-again' | 'nothing' | 'deposit' | 'reopened',
    ask: () => ReturnType<House['as']>,
  ): Promise<void> {
    const isDeal = ends === 'deposit';
    const staffId = this.#house.anyOf('consultant').id;
    const on: CalendarDate = addDays(dayAt(this.#house.now, zone), this.#house.dice.whole(1, 9));
    const write = async () => {
      const { version } = await this.#consultation(customerId, id, ask);
      return editConsultation(ask(), {
        ...{ id, version, depositFen: isDeal ? 50_000 : null },
        items: [{ category: 'implant', name: '种植牙', fen: 800_000, isAgreed: isDeal }],
        whyNotWords: isDeal ? '' : '想再比较一下',
        nextStep:
          ends === 'nothing'
            ? { kind: 'none', reason: '已去别家治疗' }
            : { kind: 'followup', on, staffId, matter: '问考虑得怎么样' },
      });
    };
    await this.#house.act('an offer', write);
    const end = async () => {
      const { version, state } = await this.#consultation(customerId, id, ask);
      // What is paid is booked by the desk.
      const who = isDeal ? this.#desk() : ask();
      return state === 'open' && closeConsultation(who, { id, version, isDepositPaid: isDeal });
    };
    await this.#house.act('a conclusion', end);
    await this.#house.tell();
  }

  async #consultation(
    customerId: string,
    id: string,
    ask: () => ReturnType<House['as']>,
  ): Promise<Consultation> {
    const { items } = await listConsultationsOf(ask(), { id: customerId });
    return items.find((each) => each.id === id)!;
  }

  async #object(who: number): Promise<void> {
    const id = await this.#known(who);
    const object = async () => {
      const { version } = await getCustomer(this.#desk(), { id });
      return editCustomer(this.#desk(), { id, version, refusesContact: true });
    };
    await this.#house.act('an objection', object);
    await this.#house.tell();
  }

  async #leave(who: number, kind: 'deceased' | 'moved-away'): Promise<void> {
    const left = { id: await this.#known(who), kind, on: dayAt(this.#house.now, zone) };
    await this.#house.act('a farewell', () => noteDeparture(this.#desk(), left));
  }

  /** A sheet of the former system: one visit that was, one appointment to come. */
  async #bringIn(who: number, { visitedOn, comesOn }: { visitedOn: string; comesOn: string }): Promise<void> {
    const ask = () => ({ ...this.#house.as(this.#house.anyOf('manager')), dataDir: this.#dataDir });
    const number = `S${who}`;
    const rows = [
      `${number},${number}-1,${visitedOn} 10:00,已到诊,40,拔牙,`,
      `${number},${number}-2,${comesOn} 15:00,已预约,40,种植,`,
    ];
    const sheet = ['客户编号,预约编号,预约日期,状态,年龄,项目,医生', ...rows].join('\n');
    await this.#house.act('a sheet', async () => {
      const file = { clinicId: this.#clinicOf(who), fileName: `${number}.csv` };
      const batch = await storeImport(ask(), { ...file, stream: Readable.from([Buffer.from(sheet)]) });
      const checked = await checkImport(ask(), batch);
      return runImport(ask(), await inTransaction(ask(), (ctx) => claimRun(ctx, checked.id)));
    });
    await this.#house.tell();
  }

  /** The record; who came by a sheet is looked up by its number. */
  async #known(who: number): Promise<string> {
    const known = this.#ids.get(who);
    if (known !== undefined) return known;
    const { items } = await listCustomers(this.#desk(), { page: 1, pageSize: 1, search: `S${who}` });
    this.#ids.set(who, items[0]!.id);
    return items[0]!.id;
  }
}
