import { describe, expect, it } from 'vitest';
import { aPassage, aScript, asking, somebody } from '#domain/scripts/a-script.fixture.ts';
import type { CallSheet, CallSheetFollowup } from '#domain/followups/contract.ts';
import type { CardOfDay } from '#domain/recoverycards/contract.ts';
import { standardCards } from '#domain/recoverycards/standard-cards.ts';
import {
  blankCard,
  blankDraft,
  blankHeard,
  callOf,
  hasUnjudgedCard,
  includedIn,
  isBlank,
  keyOf,
  notesLeftBehind,
  wasOvertaken,
  type Caller,
  type Draft,
} from './draft.ts';

const rest = [aPassage('b', { ...asking(['x'], ['y']), then: 'c' }), aPassage('c')];
const agent = { staffId: 'lina', role: 'cs_agent', treats: false } as const;
const supervisor = { staffId: 'chenjing', role: 'cs_supervisor', treats: false } as const;

describe('what a call is about', () => {
  const mine = aFollowup('mine', { assigneeId: 'lina' });
  const nurses = aFollowup('nurses', { assigneeId: 'zhaomin', role: 'nurse' });
  const nobodys = aFollowup('nobodys', { assigneeId: null, role: 'cs_agent' });

  it.each([
    { name: 'my own followups, not the nurse’s', caller: agent, heard: {}, about: ['mine', 'nobodys'] },
    {
      name: 'the nurse’s too once I take it in',
      caller: agent,
      heard: { nurses: { ...blankHeard, leftOut: false } },
      about: ['mine', 'nurses', 'nobodys'],
    },
    {
      name: 'not what I leave out',
      caller: agent,
      heard: { mine: { ...blankHeard, leftOut: true } },
      about: ['nobodys'],
    },
    {
      name: 'all of them for who calls in their place',
      caller: supervisor,
      heard: {},
      about: ['mine', 'nurses', 'nobodys'],
    },
  ])('$name', ({ caller, heard, about }) => {
    const draft = { ...blankDraft, heard };
    expect(includedIn(aSheet([mine, nurses, nobodys]), draft, caller).map(({ id }) => id)).toEqual(about);
  });
});

describe('a recovery card in a call', () => {
  const extraction = standardCards.find(({ code }) => code === 'extraction')!;
  const card = { code: 'extraction', version: 0, visitId: 'visit', days: extraction.days[0]! } as CardOfDay;
  const waits = [{ state: 'open' }] as CallSheet['redFlags'];
  const sheet = { ...aSheet([aFollowup('one', {})]), cards: [card] };
  const typed = (part: object) => ({ ...blankDraft, cards: { [keyOf(card)]: { ...blankCard, ...part } } });
  const sent = (draft: Draft, caller: Caller, on = sheet) => callOf(on, draft, caller, 'reached').cards;

  it('that nobody touched is not sent', () => {
    expect(sent(blankDraft, agent, { ...sheet, redFlags: waits })).toEqual([]);
  });

  it.each([
    { name: 'as found', part: { signs: [], finding: 'normal' }, caller: agent, finding: 'normal' },
    { name: 'for the doctor with a sign', part: { signs: ['fever'] }, caller: agent, finding: 'doctor' },
    {
      name: 'for the doctor with a sign among the answers',
      part: { answers: [{ question: 'pain', choice: 'worse' }], finding: 'watch' },
      caller: agent,
      finding: 'doctor',
    },
    {
      name: 'as a doctor finds it',
      part: { signs: ['fever'], finding: 'watch' },
      caller: { staffId: 'd', role: 'doctor', treats: true } as const,
      finding: 'watch',
    },
  ] as const)('is sent $name', ({ part, caller, finding }) => {
    expect(sent(typed(part), caller)).toMatchObject([{ visitId: 'visit', code: 'extraction', finding }]);
  });

  it('is for the doctor while an earlier sign waits', () => {
    const waiting = { ...sheet, redFlags: waits };
    expect(sent(typed({ signs: [], finding: 'normal' }), agent, waiting)).toMatchObject([
      { finding: 'doctor' },
    ]);
  });

  it('with answers and no word on them cannot be saved', () => {
    expect(hasUnjudgedCard(sheet, typed({ signs: [] }), agent)).toBe(true);
    expect(hasUnjudgedCard(sheet, typed({ signs: [], finding: 'watch' }), agent)).toBe(false);
  });
});

describe('a call as it is sent', () => {
  const sheet = aSheet([aFollowup('one', { asksScore: true }), aFollowup('two', { asksScore: false })]);
  const heard = { one: { ...blankHeard, score: 9, notes: ' 很好 ' }, two: { ...blankHeard, score: 3 } };

  it('keeps a score only where one is asked for', () => {
    const call = callOf(sheet, { ...blankDraft, heard }, agent, 'reached');
    expect(call.followups).toMatchObject([
      { score: 9, notes: '很好' },
      { score: null, notes: null },
    ]);
  });

  it('sends the answers of the way that was taken in the end', () => {
    const guide = { version: 2, definition: aScript(aPassage('a', asking(['x', 'b'], ['y', 'c'])), ...rest) };
    const guided = { ...aSheet([aFollowup('one', { guide })]), inScript: somebody } as CallSheet;
    const answers = [
      { passage: 'a', choice: 'y' },
      { passage: 'b', choice: 'x' },
    ];
    const typed = { ...blankDraft, heard: { one: { ...blankHeard, answers } } };
    expect(isBlank(typed)).toBe(false);
    expect(callOf(guided, typed, agent, 'reached').followups[0]!.script).toEqual({
      code: 'a-script',
      version: 2,
      answers: [{ passage: 'a', choice: 'y' }],
    });
  });

  it('has no score of somebody who did not answer', () => {
    expect(callOf(sheet, { ...blankDraft, heard }, agent, 'no_answer').followups[0]?.score).toBeNull();
  });

  it('says the wished time by the clinic’s clock', () => {
    const draft = { ...blankDraft, callBackAt: '2026-03-09T17:00' };
    expect(callOf(sheet, draft, agent, 'call_back').callBackAt).toBe('2026-03-09T09:00:00.000Z');
    expect(callOf(sheet, draft, agent, 'reached').callBackAt).toBeNull();
  });

  it('says a reason only with a refusal', () => {
    const draft = { ...blankDraft, reason: '不需要', refusesAllContact: true };
    expect(callOf(sheet, draft, agent, 'refused')).toMatchObject({
      reason: '不需要',
      refusesAllContact: true,
    });
    expect(callOf(sheet, draft, agent, 'reached')).toMatchObject({ reason: null, refusesAllContact: false });
    const leaving = { ...draft, refusesAllContact: false, hasLeft: true };
    expect(callOf(sheet, leaving, agent, 'refused')).toMatchObject({ hasLeft: true });
    expect(callOf(sheet, leaving, agent, 'reached')).not.toHaveProperty('hasLeft');
  });
});

describe('a draft', () => {
  it('is kept as soon as anything is typed, and forgotten once all of it is deleted', () => {
    expect(isBlank({ ...blankDraft, startedOn: { one: null }, heard: { one: blankHeard } })).toBe(true);
    expect(isBlank({ ...blankDraft, heard: { one: { ...blankHeard, notes: '疼' } } })).toBe(false);
    expect(isBlank({ ...blankDraft, problem: '等太久' })).toBe(false);
    expect(isBlank({ ...blankDraft, result: 'reached' })).toBe(false);
  });
});

describe('a colleague who was quicker', () => {
  const draft = {
    ...blankDraft,
    startedOn: { one: null },
    heard: { one: { ...blankHeard, notes: '我写的' } },
  };

  it('is noticed by a new try', () => {
    expect(wasOvertaken(aSheet([aFollowup('one', {})]), draft)).toBe(false);
    expect(
      wasOvertaken(aSheet([aFollowup('one', { lastAttemptAt: '2026-03-09T03:00:00.000Z' })]), draft),
    ).toBe(true);
  });

  it('is not whoever only hands the followup over', () => {
    expect(wasOvertaken(aSheet([aFollowup('one', { version: 2, assigneeId: 'wangli' })]), draft)).toBe(false);
  });

  it('takes no typed word away', () => {
    expect(wasOvertaken(aSheet([]), draft)).toBe(true);
    expect(notesLeftBehind(aSheet([]), draft)).toEqual(['我写的']);
  });
});

function aFollowup(id: string, followup: Partial<CallSheetFollowup>): CallSheetFollowup {
  return {
    id,
    version: 1,
    role: 'cs_agent',
    assigneeId: 'lina',
    lastAttemptAt: null,
    asksScore: true,
    guide: null,
    channels: ['phone'],
    ...followup,
  } as CallSheetFollowup;
}

function aSheet(followups: CallSheetFollowup[]): CallSheet {
  return {
    customer: { id: 'customer' },
    clinic: { timezone: 'Asia/Shanghai' },
    followups,
    contacts: [],
    discreet: null,
    latentProblems: [],
    cards: [],
    redFlags: [],
  } as unknown as CallSheet;
}
