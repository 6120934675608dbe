import { z } from 'zod';
import { ListReleases } from '#domain/ownership/contract.ts';

/** What the list of releases keeps in the address. */
export const ReleaseFilter = z.object({
  state: ListReleases.shape.state,
  clock: ListReleases.shape.clock,
  ownerId: ListReleases.shape.ownerId,
  page: ListReleases.shape.page,
  pageSize: ListReleases.shape.pageSize.default(50),
});
