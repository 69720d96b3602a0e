package main

import "encoding/json"

func main() {
	var v any
	json.Unmarshal([]byte(`{"n": 3}`), &v)
	m := v.(map[string]any)
	println(m["n"].(int))
	println(m["x"].(string))
}
