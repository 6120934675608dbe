-- What a person said of texts that were taken for complaints (D5): the same, or nearly the same, is not flagged again.
create table complaint_corrections (
  org_id uuid not null,
  id uuid not null,
  sign_id uuid not null,
  customer_id uuid not null,
  text text not null,
  is_complaint boolean not null,
  at timestamptz not null,
  by_id uuid,
  primary key (org_id, id)
);
select app_tenant('complaint_corrections');
alter table complaint_corrections add foreign key (org_id, sign_id) references recovery_signs;
alter table complaint_corrections add foreign key (org_id, customer_id) references customers;
alter table complaint_corrections add foreign key (org_id, by_id) references staff;
create index complaint_corrections_last on complaint_corrections (org_id, at desc);
