/** Invented timelines to try the page with. Nothing in them happened. */
import * as m from '../../language/messages.ts';

export interface Example {
	/** name of the file that it stands for */
	file: string;
	name: () => string;
	about: () => string;
	text: () => string;
}

const TRAM = `date;title;summary;line;status;quotation;source
1894~;A horse line is planned;The council looks for a way up from the harbour.;Company;;;
1896-05-12;The first car runs;Six cars between harbour and market.;Lines;happened;the first car left the harbour at six;Harbour Post, 1896
1897;Tickets of paper;;Passengers;;;
1899-03;The power station is begun;;Company;;;
May 1901?;The first electric car;;Lines;;;
1901-09-02;The horses are sold;Forty-one horses go to farmers.;Company;happened;forty-one horses found new masters;Harbour Post, 1901
1904/1907;The line to the hill is built;;Lines;;;
about September 1908;A car rolls down Mill Street;Nobody was hurt.;Passengers;;;
1911;Season tickets;;Passengers;;;
1914-08-03;Women drive;;Passengers;;;
1920-11-15;The company is taken over by the town;;Company;happened;the town shall own rails and cars from today;Harbour Post, 1920
1926-06;The ring line opens;;Lines;;;
1931;The last open car;;Lines;;;
1938-02-20;A new line to the airfield is announced;;Lines;announced;;
1940;The line to the airfield is due;;Lines;planned;;
1947-04-01;The fare doubles;;Passengers;;;
1953;;;Company;;;
1958-10-04;The last tram runs;;Lines;happened;at ten to midnight the last car rang its bell;Harbour Post, 1958
1974~;Two cars are found in a barn;;Company;;;
1996-05-12;A museum line opens;A hundred years after the first car.;Lines;happened;;
`;

const OBSERVATORY = `Year,Month,Day,End Year,Headline,Text,Group
1054,7,4,,A guest star is carved,"Its rays are still to be seen on the north stone.",Stones
1241,10,6,,An eclipse is carved,,Stones
1571,,,,The tower is built,,Tower
1571,11,11,,A new star is seen,,Sky
1604,,,1611,The great quadrant is in use,,Instruments
1759,3,13,,The comet returns,,Sky
1846,,,,The telescope is moved to the hill,,Instruments
1910,5,,,The comet returns again,,Sky
1933,,,,The lamps of the town are screened,,Tower
1969,7,20,,Four hundred visitors watch the landing,,Tower
1986,,,,The comet is hard to see,,Sky
`;

const SCHOOL = `date,title,line,quotation,source,url
2019-09-09,The first issue,Newspaper,"We print what we can prove, and we say where we heard it.",School Chronicle,https://example.org/chronicle/
2020-03-16,The paper moves online,Newspaper,"From Monday on, the paper comes by mail, and it comes every day.",School Chronicle,https://example.org/chronicle/
2020-10,A prize,Pupils,the jury praised the patience of eleven young reporters,School Chronicle,https://example.org/chronicle/
2021-06-30,The canteen story,Pupils,Two hundred meals were thrown away in one week of June.,School Chronicle,https://example.org/chronicle/
`;

export const EXAMPLES: Example[] = [
	{
		file: 'tram.csv',
		name: m.open_example_tram,
		about: m.open_example_tram_text,
		text: () => TRAM
	},
	{
		file: 'observatory.csv',
		name: m.open_example_observatory,
		about: m.open_example_observatory_text,
		text: () => OBSERVATORY
	},
	{
		file: 'school.csv',
		name: m.open_example_school,
		about: m.open_example_school_text,
		text: () => SCHOOL
	}
];
