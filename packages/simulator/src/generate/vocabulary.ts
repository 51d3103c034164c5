/** A town with what belongs to it. */
export interface Place {
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly areaCode: string;
}

type Words = readonly [string, ...string[]];

export const places: readonly [Place, ...Place[]] = [
  { city: 'New York', state: 'NY', postalCode: '10013', areaCode: '212' },
  { city: 'Chicago', state: 'IL', postalCode: '60614', areaCode: '312' },
  { city: 'Seattle', state: 'WA', postalCode: '98104', areaCode: '206' },
  { city: 'Austin', state: 'TX', postalCode: '78701', areaCode: '512' },
  { city: 'Boston', state: 'MA', postalCode: '02116', areaCode: '617' },
  { city: 'Denver', state: 'CO', postalCode: '80202', areaCode: '303' },
  { city: 'Portland', state: 'OR', postalCode: '97209', areaCode: '503' },
  { city: 'Atlanta', state: 'GA', postalCode: '30309', areaCode: '404' },
  { city: 'Columbus', state: 'OH', postalCode: '43215', areaCode: '614' },
  { city: 'San Diego', state: 'CA', postalCode: '92101', areaCode: '619' },
];

export const firstNames: Words = [
  'Alice',
  'Ben',
  'Carla',
  'David',
  'Elena',
  'Frank',
  'Grace',
  'Henry',
  'Irene',
  'Jack',
  'Kate',
  'Louis',
  'Maria',
  'Nathan',
  'Olivia',
  'Peter',
  'Rosa',
  'Samuel',
  'Tara',
  'Victor',
];

export const lastNames: Words = [
  'Adams',
  'Brooks',
  'Carter',
  'Diaz',
  'Evans',
  'Foster',
  'Garcia',
  'Hughes',
  'Ivanov',
  'Jensen',
  'Kim',
  'Lopez',
  'Murphy',
  'Nguyen',
  'Owens',
  'Perry',
  'Quinn',
  'Reed',
  'Stone',
  'Turner',
];

export const streets: Words = [
  'Main St',
  'Oak Ave',
  'Lake Dr',
  'Market St',
  'Park Rd',
  'Hill St',
  'Mill Ln',
  'River Rd',
];

export const companyStarts: Words = [
  'Allied',
  'Bright',
  'Cedar',
  'Delta',
  'Eastern',
  'Falcon',
  'Golden',
  'Harbor',
  'Iron',
  'Juniper',
  'Keystone',
  'Lakeside',
  'Maple',
  'Northern',
  'Ocean',
  'Pioneer',
  'Quality',
  'Redwood',
  'Silver',
  'Summit',
  'Union',
  'Valley',
];

export const companyTrades: Words = [
  'Bakery',
  'Brewing',
  'Catering',
  'Coffee',
  'Electronics',
  'Fitness',
  'Foods',
  'Furniture',
  'Garden',
  'Grill',
  'Hardware',
  'Hotels',
  'Logistics',
  'Markets',
  'Medical',
  'Motors',
  'Outfitters',
  'Pharmacy',
  'Printing',
  'Supply',
];

export const companyForms: Words = ['Inc.', 'LLC', 'Co.', 'Group', 'Corp.', '& Sons'];

export const jobTitles: Words = ['Owner', 'Buyer', 'Accountant', 'Office Manager', 'Head of Purchasing', 'Director'];

export const phrases: Words = [
  'Regular delivery',
  'Spring campaign',
  'Replacement part',
  'Annual contract',
  'Rush job',
  'Seasonal stock',
  'Sample for review',
  'Standard service',
  'Repeat purchase',
  'Opening stock',
];
