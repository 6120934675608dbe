import type { HuddleLine } from './contract.ts';
import type { LineKind } from './pack.ts';

/** What the person to whom a line was given reads on their list. */
export function matterOf(kind: LineKind, facts: HuddleLine['facts']): string {
  switch (kind) {
    case 'no-next':
      return `晨夕会：离店时没有约下次（${facts.isSilent ? '没有办离店' : (facts.reason ?? '没问')}），请约下次`;
    case 'no-intake':
      return '晨夕会：第一次来，问诊表还没有填，请补上';
    case 'unconfirmed':
      return '晨夕会：预约还没有确认，请确认能否到诊';
    case 'wait-over':
      return `晨夕会：上次等候 ${facts.minutes ?? '?'} 分钟，超过 ${facts.target ?? '?'} 分钟，请致歉`;
    case 'low-score':
      return `晨夕会：客户打了 ${facts.score ?? '?'} 分，请了解原因`;
    case 'promise':
      return '晨夕会：答应客户的事快到期，请处理';
  }
}
