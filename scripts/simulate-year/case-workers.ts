import type { CaseRow } from '#domain/recovery/contract.ts';
import { answerCase, confirmCase } from '#server/modules/recovery/answer-case.ts';
import { takeWord } from '#server/modules/recovery/close-case.ts';
import { getRecoveryRules } from '#server/modules/recovery/get-rules.ts';
import { listCases } from '#server/modules/recovery/list-cases.ts';
import type { House } from './house.ts';

const changedMeanwhile = ['stale-version', 'wrong-step', 'case-closed'];

/** Cases go their way: somebody answers, somebody stands behind it, and the customer has the last word. */
export class CaseWorkers {
  readonly #house: House;

  constructor(house: House) {
    this.#house = house;
  }

  /** One step of each open case, and not every case every day; says whether one was closed. */
  async work(): Promise<boolean> {
    const { items } = await listCases(this.#hand(), { page: 1, pageSize: 100, scope: 'all', state: 'open' });
    let isOneClosed = false;
    for (const row of items) {
      if (this.#house.dice.happens(0.3)) continue;
      const after = await this.#house.act('a case', () => this.#step(row), changedMeanwhile);
      isOneClosed ||= after?.state === 'closed';
      await this.#house.tell();
    }
    return isOneClosed;
  }

  /** Nobody whom a case is about: the manager never calls a customer here. */
  #hand() {
    return this.#house.as(this.#house.anyOf('manager'));
  }

  async #step({ id, version, step }: CaseRow) {
    const hand = this.#hand();
    switch (step) {
      case 'doctor': {
        const { rules } = await getRecoveryRules(hand);
        const cause = rules.causes.find(({ isUsed }) => isUsed)!.key;
        return answerCase(hand, { id, version, cause, answer: '已查明，复诊时再处理' });
      }
      case 'service':
        return confirmCase(hand, { id, version, words: '同意这样答复' });
      case 'customer': {
        const isSettled = this.#house.dice.happens(0.8);
        const words = isSettled ? '客户接受了' : '还是不满意';
        return takeWord(hand, { id, version, isSettled, score: isSettled ? 9 : 4, words });
      }
    }
  }
}
