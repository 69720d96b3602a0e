// Checksums and hash functions: sums, running sums, saved states.
package main

import (
	"crypto"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"hash/maphash"
	"io"
	"math/big"
	"strings"
)

func data(n int) []byte {
	b := make([]byte, n)
	x := uint32(12345)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte(x >> 24)
	}
	return b
}

func recovered(f func()) (e any) {
	defer func() { e = recover() }()
	f()
	return "no panic"
}

func show(name string, make func() hash.Hash) {
	h := make()
	fmt.Println(name, h.Size(), h.BlockSize())
	for _, n := range []int{0, 1, 3, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 1000} {
		h.Reset()
		h.Write(data(n))
		fmt.Printf("%s %d %x\n", name, n, h.Sum(nil))
	}
	// Written in pieces, looked at in between.
	h.Reset()
	d := data(1000)
	for i := 0; i < len(d); i += 37 {
		h.Write(d[i:min(i+37, len(d))])
		h.Sum(nil)
	}
	fmt.Printf("%s pieces %x\n", name, h.Sum([]byte("ab")))
	io.WriteString(h, "and more")
	if m, ok := h.(encoding.BinaryMarshaler); ok {
		state, err := m.MarshalBinary()
		fmt.Printf("%s state %q %v\n", name, state, err)
		h.Write([]byte("tail"))
		g := make()
		fmt.Println(g.(encoding.BinaryUnmarshaler).UnmarshalBinary(state))
		g.Write([]byte("tail"))
		fmt.Println(string(g.Sum(nil)) == string(h.Sum(nil)))
		fmt.Println(g.(encoding.BinaryUnmarshaler).UnmarshalBinary([]byte("xx")))
		fmt.Println(g.(encoding.BinaryUnmarshaler).UnmarshalBinary(append(state, 1)))
	}
	if c, ok := h.(hash.Cloner); ok {
		g, err := c.Clone()
		g.Write([]byte("x"))
		fmt.Println(err, string(g.Sum(nil)) == string(h.Sum(nil)))
	}
}

func main() {
	show("md5", md5.New)
	show("sha1", sha1.New)
	show("sha224", sha256.New224)
	show("sha256", sha256.New)
	show("sha384", sha512.New384)
	show("sha512", sha512.New)
	show("sha512/224", sha512.New512_224)
	show("sha512/256", sha512.New512_256)
	show("fnv32", func() hash.Hash { return fnv.New32() })
	show("fnv32a", func() hash.Hash { return fnv.New32a() })
	show("fnv64", func() hash.Hash { return fnv.New64() })
	show("fnv64a", func() hash.Hash { return fnv.New64a() })
	show("fnv128", fnv.New128)
	show("fnv128a", fnv.New128a)
	show("adler32", func() hash.Hash { return adler32.New() })
	show("crc32", func() hash.Hash { return crc32.NewIEEE() })
	show("crc32c", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Castagnoli)) })
	show("crc32k", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Koopman)) })
	show("crc64iso", func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ISO)) })
	show("crc64ecma", func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ECMA)) })
	show("hmac", func() hash.Hash { return hmac.New(sha256.New, []byte("key")) })
	show("hmac long", func() hash.Hash { return hmac.New(md5.New, data(100)) })

	s := []byte("The quick brown fox jumps over the lazy dog")
	fmt.Printf("%x\n%x\n%x\n%x\n", md5.Sum(s), sha1.Sum(s), sha256.Sum256(s), sha256.Sum224(s))
	fmt.Printf("%x\n%x\n%x\n%x\n", sha512.Sum512(s), sha512.Sum384(s), sha512.Sum512_224(s), sha512.Sum512_256(s))
	fmt.Println(crc32.ChecksumIEEE(s), crc32.Checksum(s, crc32.IEEETable), crc32.Update(1, crc32.IEEETable, s))
	fmt.Println(crc64.Checksum(s, crc64.MakeTable(crc64.ISO)), crc64.Update(7, crc64.MakeTable(crc64.ECMA), s))
	fmt.Println(adler32.Checksum(s), adler32.Checksum(data(100000)), fnv.New32a().Sum32(), fnv.New64().Sum64())
	fmt.Println(crc32.MakeTable(crc32.IEEE) == crc32.IEEETable, crc32.IEEETable[5])

	for _, h := range []crypto.Hash{crypto.MD5, crypto.SHA1, crypto.SHA256, crypto.SHA512_256, crypto.BLAKE2b_512} {
		fmt.Println(h, h.Size(), h.Available(), h.HashFunc() == h)
	}
	fmt.Println(crypto.Hash(99), crypto.Hash(99).Available(), crypto.SHA224.New().Size())
	fmt.Println(recovered(func() { crypto.Hash(99).Size() }), recovered(func() { crypto.MD4.New() }))
	fmt.Println(hmac.Equal([]byte("a"), []byte("a")), hmac.Equal([]byte("a"), []byte("b")))
	fmt.Println(subtle.ConstantTimeSelect(1, 3, 4), subtle.ConstantTimeSelect(0, 3, 4), subtle.ConstantTimeEq(-1, -1),
		subtle.ConstantTimeEq(1, 2), subtle.ConstantTimeByteEq(7, 7), subtle.ConstantTimeByteEq(7, 8),
		subtle.ConstantTimeLessOrEq(1, 2), subtle.ConstantTimeLessOrEq(2, 2), subtle.ConstantTimeLessOrEq(3, 2))
	x := make([]byte, 3)
	fmt.Println(subtle.XORBytes(x, []byte{1, 2, 3, 4}, []byte{7, 7, 7}), x)

	seed := maphash.MakeSeed()
	var h maphash.Hash
	h.SetSeed(seed)
	h.WriteString("hello")
	var g maphash.Hash
	g.SetSeed(h.Seed())
	for _, c := range []byte("hello") {
		g.WriteByte(c)
	}
	fmt.Println(h.Sum64() == g.Sum64(), h.Sum64() == maphash.String(seed, "hello"), maphash.Bytes(seed, []byte("hello")) == h.Sum64(), len(h.Sum(nil)))
	type key struct {
		s string
		f float64
		a any
	}
	fmt.Println(maphash.Comparable(seed, key{"a", 1, 2}) == maphash.Comparable(seed, key{strings.Clone("a"), 1, 2}),
		maphash.Comparable(seed, key{"a", 1, 2}) == maphash.Comparable(seed, key{"a", 1, int8(2)}),
		maphash.Comparable(seed, 0.0) == maphash.Comparable(seed, func() float64 { z := 0.0; return -z }()))
	maphash.WriteComparable(&h, 5)
	maphash.WriteComparable(&g, 5)
	fmt.Println(h.Sum64() == g.Sum64())
	fmt.Println(recovered(func() { maphash.String(maphash.Seed{}, "") }), recovered(func() { maphash.Comparable[any](seed, []int{}) }))

	b := make([]byte, 40)
	n, err := rand.Read(b)
	zeros := strings.Count(string(b), "\x00")
	fmt.Println(n, err, zeros < 20, len(rand.Text()))
	r, err := rand.Int(rand.Reader, big.NewInt(10))
	fmt.Println(r.Cmp(big.NewInt(10)) < 0, err)
	p, err := rand.Prime(rand.Reader, 64)
	fmt.Println(p.BitLen(), p.ProbablyPrime(5), err)
	_, err = rand.Prime(rand.Reader, 1)
	fmt.Println(err, recovered(func() { rand.Int(rand.Reader, new(big.Int)) }))
}
