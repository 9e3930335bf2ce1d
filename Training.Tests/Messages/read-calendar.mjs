// Reads calendar files as calendar programs do and prints what they understood.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const read = process.argv.slice(2).map((file) => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  const zones = calendar.getAllSubcomponents("vtimezone").map((zone) => new ICAL.Timezone(zone));
  return {
    method: calendar.getFirstPropertyValue("method"),
    zones: zones.map((zone) => zone.tzid),
    events: calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      const start = event.startDate.clone();
      start.zone = zones[0];
      return {
        uid: event.uid,
        sequence: event.sequence ?? 0,
        status: component.getFirstPropertyValue("status"),
        summary: event.summary,
        location: event.location,
        organizer: event.organizer,
        attendees: event.attendees.map((attendee) => attendee.getFirstValue()),
        zone: component.getFirstProperty("dtstart").getParameter("tzid"),
        start: event.startDate.toString(),
        end: event.endDate.toString(),
        utc: start.convertToZone(ICAL.Timezone.utcTimezone).toString(),
      };
    }),
  };
});
console.log(JSON.stringify(read));
