package time

import "errors"

// The binary form of a Time: the version, seconds since year 1 (8 bytes), nanoseconds (4), the
// zone's offset in minutes (2, -1 for UTC) and in version 2 the offset's remaining seconds (1). All
// numbers have the highest byte first.
const (
	binaryV1   = 1
	binaryV2   = 2
	binaryLen  = 1 + 8 + 4 + 2
	utcMinutes = -1
)

func (t Time) appendBinary(b []byte) ([]byte, error) {
	minutes, seconds, version := utcMinutes, 0, byte(binaryV1)
	if t.Location() != UTC {
		_, offset := t.Zone()
		if seconds = offset % 60; seconds != 0 {
			version = binaryV2
		}
		minutes = offset / 60
		if minutes < -1<<15 || minutes == utcMinutes || minutes >= 1<<15 {
			return b, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
	}
	b = append(b, version)
	b = appendWord(b, uint64(t.sec()), 8)
	b = appendWord(b, uint64(t.nsec()), 4)
	b = appendWord(b, uint64(minutes), 2)
	if version == binaryV2 {
		b = append(b, byte(seconds))
	}
	return b, nil
}

func appendWord(b []byte, word uint64, size int) []byte {
	for i := size - 1; i >= 0; i-- {
		b = append(b, byte(word>>(8*i)))
	}
	return b
}

func readWord(b []byte) (word uint64) {
	for _, c := range b {
		word = word<<8 | uint64(c)
	}
	return word
}

// AppendBinary appends what MarshalBinary returns to b.
func (t Time) AppendBinary(b []byte) ([]byte, error) { return t.appendBinary(b) }

// MarshalBinary returns t as bytes for UnmarshalBinary: the instant, and the offset of its zone
// without the name.
func (t Time) MarshalBinary() ([]byte, error) {
	b, err := t.appendBinary(make([]byte, 0, binaryLen+1))
	if err != nil {
		return nil, err
	}
	return b, nil
}

// UnmarshalBinary sets t to the time that MarshalBinary has returned. Its location is UTC, or Local
// if that has the same offset then, or one without a name.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	length := binaryLen
	switch data[0] {
	case binaryV1:
	case binaryV2:
		length++
	default:
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	if len(data) != length {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	sec := int64(readWord(data[1:9]))
	nsec := int64(readWord(data[9:13]))
	offset := int(int16(readWord(data[13:15]))) * 60
	if data[0] == binaryV2 {
		offset += int(data[15])
	}
	*t = Unix(sec-unixToInternal, nsec)
	if offset == utcMinutes*60 {
		*t = t.UTC()
	} else if _, local := t.Zone(); local != offset {
		*t = t.In(FixedZone("", offset))
	}
	return nil
}

// GobEncode is MarshalBinary.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode is UnmarshalBinary.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }
