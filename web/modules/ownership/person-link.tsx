import { Link } from '@tanstack/react-router';
import type { OwnCustomer } from '#domain/ownership/contract.ts';
import { GradeTag } from '#web/ui/grade-tag.tsx';

/** A customer in a list of owners and releases: grade, name, number. */
export function PersonLink({ customer }: Pick<OwnCustomer, 'customer'>) {
  return (
    <span className="line owned-person">
      <GradeTag grade={customer.grade} short />
      <Link to="/customers/$id" params={{ id: customer.id }}>
        {customer.name}
      </Link>
      <span className="soft">{customer.number}</span>
    </span>
  );
}
