import type pg from 'pg';
import { now } from './setting.ts';
import type { Place, Size } from './setting.ts';
import { withoutIndexes } from './without-indexes.ts';

/** The agent's own open followups, in a small chain and a large one alike. */
const onTheList = 300;
const rowsAtOnce = 600_000;
const followupsOfAClinic = 50_000;

/**
 * Three years of followups: what was done, what is open and due about now, what is to come. The larger the chain,
 * the more clinics and people it has; the agent's own list stays as long as it is.
 */
export async function fillFollowups(owner: pg.Client, place: Place, size: Size): Promise<void> {
  // Ids that follow from words, in the form that the API takes.
  await owner.query(
    `create function pg_temp.id_of(words text) returns uuid language sql immutable as
     $$ select overlay(overlay(md5(words) placing '5' from 13) placing 'a' from 17)::uuid $$`,
  );
  const clinics = Math.max(2, Math.round(size.followups / followupsOfAClinic));
  await owner.query(
    `with others as (
       insert into clinics (org_id, id, name, timezone, created_at)
       select $1, pg_temp.id_of('clinic ' || n), 'Clinic ' || n, 'Asia/Shanghai', $2 from generate_series(1, $3::int) n returning id
     ), people as (
       insert into staff (org_id, id, name, role, state, created_at)
       select $1, pg_temp.id_of('agent ' || n), 'Agent ' || n, 'cs_agent', 'active', $2 from generate_series(1, $3::int * 5) n returning id
     )
     insert into staff_clinics (org_id, staff_id, clinic_id)
     select $1, pg_temp.id_of('agent ' || n), pg_temp.id_of('clinic ' || (n - 1) / 5 + 1) from generate_series(1, $3::int * 5) n`,
    [place.orgId, now, clinics],
  );
  await withoutIndexes(owner, ['plans', 'followups', 'attempts', 'contact_uses'], async () => {
    for (let from = 0; from < size.followups; from += rowsAtOnce) {
      const to = Math.min(size.followups, from + rowsAtOnce) - 1;
      await fillPart(owner, place, { ...size, clinics, from, to });
    }
  });
}

/** Followup n belongs to plan n / 3; plan p to customer p, counted around; everything else follows from n. */
async function fillPart(
  owner: pg.Client,
  place: Place,
  part: Size & { clinics: number; from: number; to: number },
): Promise<void> {
  await owner.query(
    `create temporary table part as
     select n, n / 3 as p, w.closes_at - interval '2 days' as opens_at, w.closes_at, w.closes_at < $1::timestamptz - interval '1 day' as done,
       ('019c0000-0000-7000-8000-' || lpad(to_hex(1 + (n / 3) % $2::bigint), 12, '0'))::uuid as customer_id,
       1 + (n / 3) % $3::int as clinic, 1 + (n / 3) % ($3::int * 5) as agent
     from generate_series($4::bigint, $5::bigint) n, lateral (
       -- Spread over three years behind and three months ahead; the first of all are the agent's, about now.
       select case when n < $6 then $1::timestamptz + interval '1 hour' * (n % 60 - 30)
         else $1::timestamptz - interval '1 minute' * (abs(hashint8(n)::bigint) % 1700000 - 130000) end as closes_at) w`,
    [now, part.customers, part.clinics, part.from, part.to, onTheList],
  );
  await owner.query(
    `insert into plans (org_id, id, customer_id, clinic_id, protocol_version_id, event, event_key, event_at, created_at)
     select distinct on (p) $1::uuid, pg_temp.id_of('plan ' || p), customer_id,
       case when n < $2 then $3::uuid else pg_temp.id_of('clinic ' || clinic) end,
       v.ids[1 + p % cardinality(v.ids)], 'visit.closed', p::text, opens_at, opens_at
     from part, (select array_agg(id order by code) as ids from protocol_versions where definition -> 'steps' -> 0 is not null) v
     order by p on conflict do nothing`,
    [place.orgId, onTheList, place.clinicId],
  );
  await owner.query(
    `insert into followups (org_id, id, plan_id, customer_id, clinic_id, step_key, purpose, role, assignee_id, opens_at,
       due_at, closes_at, state, tries, last_attempt_at, ended_at, created_at)
     select $1::uuid, pg_temp.id_of('followup ' || n), pg_temp.id_of('plan ' || f.p), f.customer_id,
       case when n < $2 then $3::uuid else pg_temp.id_of('clinic ' || clinic) end,
       v.definition #>> '{steps,0,key}', v.definition #>> '{steps,0,purpose}', 'cs_agent',
       case when n < $2 then $4::uuid else pg_temp.id_of('agent ' || agent) end, opens_at, closes_at, closes_at,
       case when done and n >= $2 then 'done' else 'open' end, 0,
       case when done and n >= $2 then opens_at + interval '1 day' end,
       case when done and n >= $2 then opens_at + interval '1 day' end, opens_at
     from part f join plans p on p.org_id = $1 and p.id = pg_temp.id_of('plan ' || f.p)
     join protocol_versions v on v.org_id = $1 and v.id = p.protocol_version_id`,
    [place.orgId, onTheList, place.clinicId, place.agentId],
  );
  await owner.query(
    `insert into attempts (org_id, id, call_id, customer_id, followup_id, staff_id, at, channel, result, score, followup_before)
     select $1::uuid, pg_temp.id_of('attempt ' || n), pg_temp.id_of('call ' || n), customer_id, pg_temp.id_of('followup ' || n),
       pg_temp.id_of('agent ' || agent), opens_at + interval '1 day', 'phone', 'reached', 9, '{}'
     from part where done and n >= $2`,
    [place.orgId, onTheList],
  );
  await owner.query(
    `insert into contact_uses (org_id, id, customer_id, at, channel, purpose, staff_id, cause_kind, cause_id)
     select a.org_id, pg_temp.id_of('use ' || n), a.customer_id, a.at, a.channel, f.purpose, a.staff_id, 'call', a.call_id
     from part join attempts a on a.org_id = $1 and a.id = pg_temp.id_of('attempt ' || n)
       join followups f on f.org_id = $1 and f.id = a.followup_id`,
    [place.orgId],
  );
  await owner.query('drop table part');
}
