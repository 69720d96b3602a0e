package time

import "errors"

const (
	alpha = -1 << 63
	omega = 1<<63 - 1
)

// Location is a place's rules for its clocks: which offset from UTC holds when.
type Location struct {
	name   string
	kind   int8   // 0 UTC or fixed, 1 of the zone database, 2 the system's local zone
	id     int    // of a zone of the database, once opened
	offset int    // of a fixed zone
	zone   string // its abbreviation
}

var utcLoc = Location{name: "UTC", zone: "UTC"}
var localLoc = Location{name: "Local", kind: 2, id: -1}

// UTC is Universal Coordinated Time.
var UTC *Location = &utcLoc

// Local is the system's zone: that of the variable TZ, else of /etc/localtime.
var Local *Location = &localLoc

// openZone opens a zone of the database, "" for the system's local one; -1 if there is none.
func openZone(name string) int

// addZone adds a zone by the contents of a file of the database; -1 if they are none.
func addZone(data []byte) int

// zoneAt tells what is in force at an instant.
func zoneAt(id int, unix int64) (name string, offset int, start, end int64, dst bool)

// zoneNamed finds the offset of an abbreviation, preferably the one in force at a local time.
func zoneNamed(id int, name string, unix int64) (offset int, ok bool)

func (l *Location) lookup(unix int64) (name string, offset int, start, end int64, dst bool) {
	if l == nil || l.kind == 0 {
		if l == nil {
			l = &utcLoc
		}
		return l.zone, l.offset, alpha, omega, false
	}
	if l.kind == 2 && l.id < 0 {
		l.id = openZone("")
	}
	return zoneAt(l.id, unix)
}

// String returns the location's name.
func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

// FixedZone makes a location that is always offset seconds east of UTC and has that name for its
// abbreviation.
func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zone: name, offset: offset}
}

// LoadLocation returns the location of that name in the system's time zone database, such as
// "Europe/Vienna". "" and "UTC" are UTC, "Local" is Local.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	id := openZone(name)
	if id < 0 {
		return nil, errors.New("unknown time zone " + name)
	}
	return &Location{name: name, kind: 1, id: id}, nil
}

// LoadLocationFromTZData returns the location that data describes, the contents of a file of the time
// zone database. The location gets that name.
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	id := addZone(data)
	if id < 0 {
		return nil, errors.New("malformed time zone information")
	}
	return &Location{name: name, kind: 1, id: id}, nil
}
