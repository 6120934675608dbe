import { listCustomers } from '#server/modules/customers/list-customers.ts';
import { contextOfAgent } from './chain.ts';
import type { Chain } from './chain.ts';
import { timesOf } from './measure.ts';
import type { Result } from './measure.ts';

const columns = `c.id, c.number, c.name, c.gender, c.birthday, c.birth_year, c.phone, c.address, c.occupation, c.channel_source,
  c.notes, c.clinic_id, c.owner_id, o.name, c.web_consultant_id, c.doctor_id, c.referrer_id, c.wechat, c.likes, c.taboos,
  c.has_influence, c.influence_note, c.refuses_contact, c.grade, c.is_frozen, c.last_visit_on, c.created_at, c.version`;

const startsWith = (column: string, start: string) =>
  `c.${column} ~>=~ '${start}' and c.${column} ~<=~ '${start}\u{10ffff}'`;

/** The same first page as one who knows the indexes would write it. */
const searches = [
  { typed: '张', where: `${startsWith('name_pinyin', 'zhang')} and ${startsWith('name', '张')}` },
  { typed: 'zhangs', where: startsWith('name_pinyin', 'zhangs') },
  { typed: 'zs', where: startsWith('name_initials', 'zs'), first: 'c.name_initials using ~<~,' },
  { typed: '欧阳', where: `${startsWith('name_pinyin', 'ouyang')} and ${startsWith('name', '欧阳')}` },
  { typed: '6789', where: `c.phone_last4 = '6789'` },
];

/** A typed search over the application's role, permissions and policies, against its index alone, past all of these. */
export async function measureSearch(chain: Chain): Promise<Result[]> {
  const ctx = contextOfAgent(chain);
  const results: Result[] = [];
  for (const { typed, where, first = '' } of searches) {
    const bare = `select ${columns} from customers c left join staff o on o.org_id = $1 and o.id = c.owner_id
      where c.org_id = $1 and c.merged_into is null and ${where} order by ${first} c.name_pinyin using ~<~, c.id limit 50`;
    const times = await timesOf(
      () => listCustomers(ctx, { page: 1, pageSize: 50, search: typed }),
      () => chain.owner.query(bare, [chain.orgId]),
      300,
    );
    results.push({ what: `search ${typed}`, ...times, unit: 'ms', wanted: 2 });
  }
  return results;
}
