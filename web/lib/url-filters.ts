import { useNavigate, useSearch } from '@tanstack/react-router';
import type { z } from 'zod';

/**
 * A list's filters, kept in the address so that a page can be reloaded, gone back to and sent to a colleague.
 * What does not fit the shape is dropped; choosing a filter goes back to the first page.
 */
export function useUrlFilters<S extends z.ZodObject>(shape: S) {
  type Filters = z.output<S>;
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const filters = filtersIn(shape, search);

  const setFilters = (change: Partial<Filters>) => {
    const page = 'page' in shape.shape && !('page' in change) ? { page: undefined } : {};
    const next = withoutEmpty({ ...search, ...page, ...change });
    void navigate({ to: '.', search: next as never, replace: true });
  };
  return [filters, setFilters] as const;
}

/** The fields of the address that the shape knows and accepts; the others at their defaults. */
export function filtersIn<S extends z.ZodObject>(shape: S, search: Record<string, unknown>): z.output<S> {
  const accepted = Object.entries(shape.shape).flatMap(([name, field]) => {
    const read = (field as z.ZodType).safeParse(search[name]);
    return read.success && read.data !== undefined ? [[name, read.data]] : [];
  });
  const defaults = shape.safeParse(Object.fromEntries(accepted));
  return (defaults.success ? defaults.data : Object.fromEntries(accepted)) as z.output<S>;
}

function withoutEmpty(search: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}
