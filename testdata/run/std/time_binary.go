// Times as bytes, and zones from data.
package main

import (
	"fmt"
	"time"
)

func main() {
	zones := []*time.Location{
		time.UTC,
		time.FixedZone("A", 3600),
		time.FixedZone("B", -5*3600-1800),
		time.FixedZone("C", 3600+17),
		time.FixedZone("D", -3600-17),
		time.FixedZone("minute", -60),
		time.FixedZone("far", 1<<15*60),
	}
	for _, zone := range zones {
		for _, t := range []time.Time{
			time.Date(2026, 11, 21, 7, 45, 1, 123456789, zone),
			time.Date(1, 1, 1, 0, 0, 0, 0, zone),
			time.Date(-400, 2, 29, 23, 59, 59, 999999999, zone),
			{},
		} {
			b, err := t.MarshalBinary()
			fmt.Printf("%x %v\n", b, err)
			if err != nil {
				_, err = t.AppendBinary(nil)
				fmt.Println(err)
				continue
			}
			var u time.Time
			err = u.UnmarshalBinary(b)
			fmt.Println(u.Equal(t), u.Format(time.RFC3339Nano), u.Location() == time.UTC, err)
			_, offset := u.Zone()
			fmt.Println(offset)
			g, err := t.GobEncode()
			var v time.Time
			fmt.Println(string(g) == string(b), err, v.GobDecode(g), v.Equal(u))
			b, err = t.AppendBinary([]byte("x"))
			fmt.Println(len(b), err)
		}
	}
	var t time.Time
	for _, b := range [][]byte{nil, {3}, {1}, {1, 2, 3}, make([]byte, 15), append([]byte{2}, make([]byte, 14)...)} {
		fmt.Println(t.UnmarshalBinary(b))
	}
	for _, data := range []string{"", "nonsense", "TZif2"} {
		loc, err := time.LoadLocationFromTZData("x", []byte(data))
		fmt.Println(loc, err)
	}
	// A zone that is always an hour ahead: both headers, one type each, and the rule of the end.
	header := "TZif2" + string(make([]byte, 15)) + "\x00\x00\x00\x00" + "\x00\x00\x00\x00" + "\x00\x00\x00\x00" +
		"\x00\x00\x00\x00" + "\x00\x00\x00\x01" + "\x00\x00\x00\x04"
	body := "\x00\x00\x0e\x10\x00\x00" + "ABC\x00"
	loc, err := time.LoadLocationFromTZData("mine", []byte(header+body+header+body+"\nABC-1\n"))
	fmt.Println(loc, err)
	fmt.Println(time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC).In(loc))
}
