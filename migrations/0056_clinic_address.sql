-- Where a clinic is and how it is called: what a customer is told who agreed to come.
alter table clinics add column address text;
alter table clinics add column phone text;
