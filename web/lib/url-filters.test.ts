import { expect, it } from 'vitest';
import { z } from 'zod';
import { pageQuery } from '#domain/base/paging.ts';
import { filtersIn } from './url-filters.ts';

const Filter = z.object({
  ...pageQuery,
  search: z.string().default(''),
  state: z.enum(['open', 'done']).optional(),
});

it.each([
  { name: 'nothing', search: {}, filters: { page: 1, pageSize: 50, search: '' } },
  {
    name: 'digits stay text',
    search: { search: '0123', page: '2' },
    filters: { page: 2, pageSize: 50, search: '0123' },
  },
  {
    name: 'what does not fit is dropped, the rest stays',
    search: { state: 'gone', page: 'x', search: '张' },
    filters: { page: 1, pageSize: 50, search: '张' },
  },
  {
    name: 'what nobody knows is dropped',
    search: { utm: 'x', state: 'open' },
    filters: { page: 1, pageSize: 50, search: '', state: 'open' },
  },
])('filters in the address: $name', ({ search, filters }) => {
  expect(filtersIn(Filter, search)).toEqual(filters);
});
