import { StopOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { Customer } from '#domain/customers/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { gradeWords } from '#web/lib/grade-words.ts';
import { useClinicName, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { ClassTag } from '#web/ui/class-tag.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useCustomers } from './api.ts';
import type { CustomerFilter } from './customer-filters.tsx';
import { useGenderAndAge } from './gender-and-age.ts';
import { customersWords } from './words.ts';

interface CustomerTableProps {
  filter: CustomerFilter;
  onChange: (change: Partial<CustomerFilter>) => void;
  onOpen: (customer: Customer) => void;
  /** What the clinic calls a class. */
  nameOfClass: (code: string) => string;
  /** What stands where there is no customer at all. */
  nobodyYet: ReactNode;
  /** Ticked for something that is done with many; without it nothing can be ticked. */
  chosen?: ReadonlySet<string>;
  onChoose?: (chosen: ReadonlySet<string>) => void;
}

export function CustomerTable({
  filter,
  onChange,
  onOpen,
  nameOfClass,
  nobodyYet,
  chosen,
  onChoose,
}: CustomerTableProps) {
  const say = useWords(customersWords);
  const sayGrade = useWords(gradeWords);
  const dates = useDates();
  const clinicName = useClinicName();
  const { clinics } = useMe();
  const genderAndAge = useGenderAndAge();
  const { data, error, refetch, isPlaceholderData } = useCustomers(filter);

  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    onChoose?.(next);
  };

  const columns: Column<Customer>[] = [
    ...(chosen && onChoose
      ? [
          {
            key: 'chosen',
            title: '',
            width: 40,
            show: ({ id, name }: Customer) => (
              <span onClick={(event) => event.stopPropagation()}>
                <Checkbox
                  aria-label={say('choose', { name })}
                  checked={chosen.has(id)}
                  onChange={({ target }) => choose(id, target.checked)}
                />
              </span>
            ),
          },
        ]
      : []),
    {
      key: 'name',
      title: say('name'),
      leads: true,
      show: ({ id, name, refusesContact }) => (
        <span className="line">
          <Link to="/customers/$id" params={{ id }}>
            {name}
          </Link>
          {refusesContact && (
            <StatusTag meaning="overdue" icon={<StopOutlined />}>
              {say('refuses')}
            </StatusTag>
          )}
        </span>
      ),
    },
    { key: 'grade', title: sayGrade('grade'), show: ({ grade }) => <GradeTag grade={grade} short /> },
    {
      key: 'class',
      title: say('class'),
      show: ({ classCode }) => classCode && <ClassTag code={classCode} name={nameOfClass(classCode)} short />,
    },
    { key: 'number', title: say('number'), show: ({ number }) => number },
    { key: 'age', title: say('genderAndAge'), show: genderAndAge },
    { key: 'phone', title: say('phone'), show: ({ phone }) => phone ?? '' },
    { key: 'source', title: say('source'), show: ({ channelSource }) => channelSource ?? '' },
    { key: 'owner', title: say('owner'), show: ({ ownerName }) => ownerName ?? '' },
    ...(clinics.length > 1
      ? [{ key: 'clinic', title: say('clinic'), show: ({ clinicId }: Customer) => clinicName(clinicId) }]
      : []),
    {
      key: 'lastVisit',
      title: say('lastVisit'),
      show: ({ lastVisitOn }) => (lastVisitOn ? dates.day(lastVisitOn) : say('never')),
    },
  ];

  return (
    <DataTable
      label={say('title')}
      columns={columns}
      rows={data?.items}
      error={error}
      onRetry={() => void refetch()}
      refreshing={isPlaceholderData}
      onOpen={onOpen}
      empty={isFiltered(filter) ? <EmptyState text={say('empty')} /> : nobodyYet}
      paging={
        data && {
          page: filter.page,
          pageSize: filter.pageSize,
          total: data.total,
          andMore: data.andMore,
          onChange: (page, pageSize) => onChange({ page, pageSize }),
        }
      }
    />
  );
}

function isFiltered({ page, pageSize: _pageSize, ...filter }: CustomerFilter): boolean {
  return page > 1 || Object.values(filter).some(Boolean);
}
